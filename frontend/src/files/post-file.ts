import { AppError, type UserErrorLike } from '@/graphql';

export interface UploadHandlers {
  /** Share that was sent, 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

interface Refusal {
  code?: unknown;
  params?: Record<string, unknown> | null;
}

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null;

const toUserError = ({ code, params }: Refusal): UserErrorLike => ({
  code: typeof code === 'string' ? code : 'UNKNOWN',
  params: params ?? {},
});

/** What the user can mend, out of the answer to an upload; null when there is nothing of the kind. */
export function readRefusals(answer: object): UserErrorLike[] | null {
  const { userErrors }: { userErrors?: unknown } = answer;
  if (!Array.isArray(userErrors) || userErrors.length === 0) return null;
  return userErrors.filter(isObject).map(toUserError);
}

/** The object in an answer's body; null when it is none. */
export function readBody(body: string): object | null {
  try {
    const answer: unknown = JSON.parse(body);
    return isObject(answer) ? answer : null;
  } catch {
    return null;
  }
}

/**
 * Sends a file as the bare body of a request. By XMLHttpRequest, because `fetch` does not tell how
 * much was sent.
 * @param read makes something of the answer's body, or null when it is none of ours
 * @throws AppError when the server cannot be reached or fails as a whole.
 */
export function postFile<TOutcome>(
  to: { address: string; mediaType: string },
  file: File,
  { onProgress, signal }: UploadHandlers,
  read: (body: string) => TOutcome | null,
): Promise<TOutcome> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', to.address);
    call.setRequestHeader('Content-Type', to.mediaType);
    call.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    call.setRequestHeader('X-Requested-With', 'waarborg');
    call.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    call.onerror = () => {
      reject(new AppError('NETWORK'));
    };
    call.onload = () => {
      const outcome = read(call.responseText);
      if (outcome) resolve(outcome);
      else reject(new AppError(codeOfStatus(call.status)));
    };
    signal.addEventListener('abort', () => {
      call.abort();
    });
    call.send(file);
  });
}

function codeOfStatus(status: number) {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 429) return 'THROTTLED';
  return status === 503 ? 'UNAVAILABLE' : 'INTERNAL';
}
