/** Codes the server puts in `extensions.code`, and NETWORK for a server that could not be reached. */
export const APP_ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'STEP_UP_REQUIRED',
  'NOT_FOUND',
  /** The back-up that was looked into is closed. */
  'BACKUP_NOT_OPEN',
  'BAD_REQUEST',
  'THROTTLED',
  'UNAVAILABLE',
  'INTERNAL',
  'NETWORK',
] as const;

export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

/** A request that failed as a whole. What the user can mend comes back as `userErrors` instead. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: AppErrorCode,
    readonly details: { retryAfterSeconds?: number; requestId?: string } = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }

  /** Whether asking again later may work without the user changing anything. */
  get isTemporary(): boolean {
    return this.code === 'NETWORK' || this.code === 'UNAVAILABLE' || this.code === 'THROTTLED';
  }
}

/** Reads GraphQL `extensions`; a code we do not know counts as INTERNAL. */
export function toAppError(extensions: Record<string, unknown> | undefined): AppError {
  const code = APP_ERROR_CODES.find((known) => known === extensions?.code) ?? 'INTERNAL';
  const retryAfterSeconds = extensions?.retryAfterSeconds;
  const requestId = extensions?.requestId;
  return new AppError(code, {
    ...(typeof retryAfterSeconds === 'number' && { retryAfterSeconds }),
    ...(typeof requestId === 'string' && { requestId }),
  });
}

export function networkError(cause: unknown): AppError {
  return new AppError('NETWORK', {}, { cause });
}
