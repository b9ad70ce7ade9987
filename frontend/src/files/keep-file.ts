import type { UserErrorLike } from '@/graphql';

import { type UploadHandlers, postFile, readBody, readRefusals } from './post-file';

/** A file the server keeps: what a record can refer to. */
export interface KeptFile {
  /** Of the revision. */
  id: string;
  fileName: string;
  byteSize: number;
}

export type KeepOutcome = { file: KeptFile } | { userErrors: UserErrorLike[] };

/** Reads the server's answer; null when it is none of ours. */
export function readKept(body: string): KeepOutcome | null {
  const answer = readBody(body);
  if (!answer) return null;
  const { id, fileName, byteSize }: Partial<Record<keyof KeptFile, unknown>> = answer;
  if (typeof id === 'string' && typeof fileName === 'string' && typeof byteSize === 'number') {
    return { file: { id, fileName, byteSize } };
  }
  const userErrors = readRefusals(answer);
  return userErrors && { userErrors };
}

/**
 * Sends a file that is to hang on a record.
 * @throws AppError when the server cannot be reached or fails as a whole.
 */
export function keepFile(file: File, handlers: UploadHandlers): Promise<KeepOutcome> {
  const mediaType = file.type === '' ? 'application/octet-stream' : file.type;
  return postFile({ address: '/files', mediaType }, file, handlers, readKept);
}

/** Where a kept file is downloaded; of a record in a back-up that is looked into, from there. */
export function fileAddress(id: string, look?: string): string {
  const address = `/files/${encodeURIComponent(id)}`;
  return look === undefined ? address : `${address}?backup=${encodeURIComponent(look)}`;
}
