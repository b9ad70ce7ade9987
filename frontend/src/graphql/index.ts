export { AppError, type AppErrorCode } from './app-error';
export { request, requestAt } from './client';
export { documentQuery, useDocumentMutation } from './documents';
export { graphql } from './generated';
export type * from './generated/graphql';
export { answerStepUp, useIsAskingForCode } from './step-up';
export { useWrite } from './use-write';
export { type UserErrorLike, type UserErrorTexts, useUserErrors } from './user-errors';
