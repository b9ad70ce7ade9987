import { afterEach, describe, expect, it, vi } from 'vitest';

import { askPasskey, createPasskey, fromBase64Url, toBase64Url } from './passkey';

const bytes = (...values: number[]): ArrayBuffer => Uint8Array.from(values).buffer;

/** A browser from before it read the JSON form itself: neither `parse…FromJSON` nor `toJSON`. */
class OldCredential {
  id = '-_8';
  rawId = bytes(251, 255);
  type = 'public-key';
  authenticatorAttachment = 'platform';
  response = {
    clientDataJSON: bytes(1),
    authenticatorData: bytes(2),
    signature: bytes(3),
    userHandle: null,
  };
  getClientExtensionResults = () => ({});
}

function browserWith(credentials: object, credentialType: unknown = OldCredential): void {
  vi.stubGlobal('PublicKeyCredential', credentialType);
  vi.stubGlobal('AuthenticatorAttestationResponse', vi.fn());
  Object.defineProperty(navigator, 'credentials', { value: credentials, configurable: true });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('bytes', () => {
  it('are written without the characters an address cannot hold, and read back', () => {
    const text = toBase64Url(bytes(251, 255, 0));
    expect(text).toBe('-_8A');
    expect(new Uint8Array(fromBase64Url(text))).toEqual(Uint8Array.of(251, 255, 0));
  });
});

describe('a passkey in an older browser', () => {
  it('gets its challenge as bytes, and its answer becomes JSON', async () => {
    const get = vi.fn().mockResolvedValue(new OldCredential());
    browserWith({ get });
    const answer = await askPasskey({
      challenge: '-_8',
      allowCredentials: [{ type: 'public-key', id: 'AQ' }],
    });
    const { publicKey } = get.mock.calls[0]?.[0] as {
      publicKey: PublicKeyCredentialRequestOptions;
    };
    expect(new Uint8Array(publicKey.challenge as ArrayBuffer)).toEqual(Uint8Array.of(251, 255));
    expect(publicKey.allowCredentials?.[0]?.id).toEqual(bytes(1));
    expect(answer).toMatchObject({
      rawId: '-_8',
      response: { clientDataJSON: 'AQ', authenticatorData: 'Ag', signature: 'Aw' },
    });
  });
});

describe('a passkey that does not come about', () => {
  const failing = (name: string) => ({
    create: () => Promise.reject(new DOMException('no', name)),
  });
  const options = { challenge: 'AQ', user: { id: 'AQ' } };

  it.each([
    ['NotAllowedError', 'cancelled'],
    ['AbortError', 'cancelled'],
    ['InvalidStateError', 'known'],
    ['SecurityError', 'unsupported'],
    ['UnknownError', 'failed'],
  ])('by %s is %s', async (name, problem) => {
    browserWith(failing(name));
    await expect(createPasskey(options)).rejects.toMatchObject({ problem });
  });

  it('is said to be unsupported where the browser has none', async () => {
    browserWith({}, null);
    await expect(createPasskey(options)).rejects.toMatchObject({ problem: 'unsupported' });
  });
});
