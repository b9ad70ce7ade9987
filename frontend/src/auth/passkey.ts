/** Why a passkey did not come about or did not answer. */
export type PasskeyProblem = 'cancelled' | 'unsupported' | 'known' | 'failed';

export class PasskeyError extends Error {
  override readonly name = 'PasskeyError';

  constructor(
    readonly problem: PasskeyProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options);
  }
}

type Json = Record<string, unknown>;

/** Only where the browser has passkeys, and only over HTTPS or on this machine itself. */
export const arePasskeysSupported = (): boolean => typeof PublicKeyCredential === 'function';

/** Makes a passkey on this device or key; gives what the server wants to keep of it. */
export async function createPasskey(options: Json): Promise<Json> {
  return answerOf(() => navigator.credentials.create({ publicKey: parseCreationOptions(options) }));
}

/** Has a passkey sign the server's challenge. */
export async function askPasskey(options: Json): Promise<Json> {
  return answerOf(() => navigator.credentials.get({ publicKey: parseRequestOptions(options) }));
}

async function answerOf(ask: () => Promise<Credential | null>): Promise<Json> {
  if (!arePasskeysSupported()) throw new PasskeyError('unsupported');
  try {
    const credential = await ask();
    if (!(credential instanceof PublicKeyCredential)) throw new PasskeyError('failed');
    return toJson(credential);
  } catch (cause) {
    if (cause instanceof PasskeyError) throw cause;
    throw new PasskeyError(problemOf(cause), { cause });
  }
}

/** Browsers say NotAllowedError for "no" and for "too late" alike, so that sites cannot tell. */
function problemOf(cause: unknown): PasskeyProblem {
  const name = cause instanceof DOMException ? cause.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled';
  if (name === 'InvalidStateError') return 'known';
  if (name === 'NotSupportedError' || name === 'SecurityError') return 'unsupported';
  return 'failed';
}

// Browsers from before 2025 do not read and write the JSON form themselves.

function parseCreationOptions(json: Json): PublicKeyCredentialCreationOptions {
  const options = json as unknown as PublicKeyCredentialCreationOptionsJSON;
  if ('parseCreationOptionsFromJSON' in PublicKeyCredential) {
    return PublicKeyCredential.parseCreationOptionsFromJSON(options);
  }
  return {
    ...(options as unknown as PublicKeyCredentialCreationOptions),
    challenge: fromBase64Url(options.challenge),
    user: { ...options.user, id: fromBase64Url(options.user.id) },
    excludeCredentials: (options.excludeCredentials ?? []).map(toDescriptor),
  };
}

function parseRequestOptions(json: Json): PublicKeyCredentialRequestOptions {
  const options = json as unknown as PublicKeyCredentialRequestOptionsJSON;
  if ('parseRequestOptionsFromJSON' in PublicKeyCredential) {
    return PublicKeyCredential.parseRequestOptionsFromJSON(options);
  }
  return {
    ...(options as unknown as PublicKeyCredentialRequestOptions),
    challenge: fromBase64Url(options.challenge),
    allowCredentials: (options.allowCredentials ?? []).map(toDescriptor),
  };
}

function toDescriptor(json: PublicKeyCredentialDescriptorJSON): PublicKeyCredentialDescriptor {
  return {
    type: 'public-key',
    id: fromBase64Url(json.id),
    ...(json.transports && { transports: json.transports as AuthenticatorTransport[] }),
  };
}

function toJson(credential: PublicKeyCredential): Json {
  if (typeof credential.toJSON === 'function') return credential.toJSON() as unknown as Json;
  return {
    id: credential.id,
    rawId: toBase64Url(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: responseToJson(credential.response),
  };
}

function responseToJson(response: AuthenticatorResponse): Json {
  const clientDataJSON = toBase64Url(response.clientDataJSON);
  if (response instanceof AuthenticatorAttestationResponse) {
    return {
      clientDataJSON,
      attestationObject: toBase64Url(response.attestationObject),
      transports: response.getTransports(),
    };
  }
  const { authenticatorData, signature, userHandle } = response as AuthenticatorAssertionResponse;
  return {
    clientDataJSON,
    authenticatorData: toBase64Url(authenticatorData),
    signature: toBase64Url(signature),
    userHandle: userHandle ? toBase64Url(userHandle) : null,
  };
}

export function fromBase64Url(text: string): ArrayBuffer {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
}

export function toBase64Url(bytes: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
