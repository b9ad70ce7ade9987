import { describe, expect, it } from 'vitest';

import { fileAddress, readKept } from './keep-file';

describe('the answer to a file that was sent', () => {
  it('names the file the server keeps', () => {
    const body = JSON.stringify({ id: 'fil_1', fileName: 'verslag.pdf', byteSize: 12 });
    expect(readKept(body)).toEqual({
      file: { id: 'fil_1', fileName: 'verslag.pdf', byteSize: 12 },
    });
  });

  it('tells what the user can mend', () => {
    const body = JSON.stringify({ userErrors: [{ code: 'TOO_LARGE', params: { max: 3 } }] });
    expect(readKept(body)).toEqual({ userErrors: [{ code: 'TOO_LARGE', params: { max: 3 } }] });
  });

  it('is none of ours when something else answers', () => {
    for (const body of ['', 'Bad gateway', '[]', '{}', '{"userErrors":[]}', '{"id":1}']) {
      expect(readKept(body), body).toBeNull();
    }
  });
});

it('leads to the file by its id and nowhere else', () => {
  expect(fileAddress('fil_1')).toBe('/files/fil_1');
  expect(fileAddress('../x')).toBe('/files/..%2Fx');
  expect(fileAddress('fil_1', 'restore_1')).toBe('/files/fil_1?backup=restore_1');
});
