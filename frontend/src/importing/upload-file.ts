import { AppError, type UserErrorLike } from '@/graphql';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type UploadOutcome = { uploadId: string } | { userErrors: UserErrorLike[] };

export interface UploadHandlers {
  /** Share that was sent, 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

interface Answer {
  uploadId?: unknown;
  userErrors?: unknown;
}

interface Refusal {
  code?: unknown;
  params?: Record<string, unknown> | null;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const toUserError = ({ code, params }: Refusal): UserErrorLike => ({
  code: typeof code === 'string' ? code : 'UNKNOWN',
  params: params ?? {},
});

/** Reads the server's answer; null when it is none of ours. */
export function readOutcome(body: string): UploadOutcome | null {
  try {
    const answer: unknown = JSON.parse(body);
    if (!isObject(answer)) return null;
    const { uploadId, userErrors }: Answer = answer;
    if (typeof uploadId === 'string') return { uploadId };
    if (!Array.isArray(userErrors) || userErrors.length === 0) return null;
    return { userErrors: userErrors.filter(isObject).map(toUserError) };
  } catch {
    return null;
  }
}

/**
 * Sends a workbook. By XMLHttpRequest, because `fetch` does not tell how much was sent.
 * @throws AppError when the server cannot be reached or fails as a whole.
 */
export function uploadFile(
  file: File,
  { onProgress, signal }: UploadHandlers,
): Promise<UploadOutcome> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', '/uploads');
    call.setRequestHeader('Content-Type', XLSX);
    call.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    call.setRequestHeader('X-Requested-With', 'waarborg');
    call.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    call.onerror = () => {
      reject(new AppError('NETWORK'));
    };
    call.onload = () => {
      const outcome = readOutcome(call.responseText);
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
