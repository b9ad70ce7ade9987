import { type UploadHandlers, postFile, readBody, readRefusals } from '@/files/post-file';
import type { UserErrorLike } from '@/graphql';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type UploadOutcome = { uploadId: string } | { userErrors: UserErrorLike[] };

/** Reads the server's answer; null when it is none of ours. */
export function readOutcome(body: string): UploadOutcome | null {
  const answer = readBody(body);
  if (!answer) return null;
  const { uploadId }: { uploadId?: unknown } = answer;
  if (typeof uploadId === 'string') return { uploadId };
  const userErrors = readRefusals(answer);
  return userErrors && { userErrors };
}

/**
 * Sends a workbook.
 * @throws AppError when the server cannot be reached or fails as a whole.
 */
export const uploadFile = (file: File, handlers: UploadHandlers): Promise<UploadOutcome> =>
  postFile({ address: '/uploads', mediaType: XLSX }, file, handlers, readOutcome);
