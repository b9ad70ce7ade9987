import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';

import { rootRoute } from '@/app/routes';

import { safeReturnTo } from './return-to';
import { sessionQuery } from './session';

const REASONS = [
  'session-ended',
  'ticket-expired',
  'signed-out',
  'password-changed',
  'environment-restored',
] as const;

/** Why someone is shown the sign-in page who did not ask for it. */
export type SignInReason = (typeof REASONS)[number];

export interface SignInSearch {
  /** Where to go after sign-in: a path within this application. */
  returnTo?: string | undefined;
  reason?: SignInReason | undefined;
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    returnTo: typeof search.returnTo === 'string' ? search.returnTo : undefined,
    reason: REASONS.find((reason) => reason === search.reason),
  }),
  beforeLoad: async ({ context, search }) => {
    // With a reason, the session that is still remembered here has ended already.
    if (search.reason) return;
    const { viewer } = await context.queryClient.query(sessionQuery());
    if (viewer) throw redirect({ href: safeReturnTo(search.returnTo) });
  },
  component: lazyRouteComponent(() => import('./SignInPage'), 'SignInPage'),
});

const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./links/ForgotPasswordPage'), 'ForgotPasswordPage'),
});

/** Pages that links from mails lead to: they carry what proves where they come from. */
const validateToken = (search: Record<string, unknown>): { token: string } => ({
  token: typeof search.token === 'string' ? search.token : '',
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  validateSearch: validateToken,
  component: lazyRouteComponent(() => import('./links/InvitationPage'), 'InvitationPage'),
});

const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  validateSearch: validateToken,
  component: lazyRouteComponent(() => import('./links/ResetPasswordPage'), 'ResetPasswordPage'),
});

const confirmEmailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/confirm-email',
  validateSearch: validateToken,
  component: lazyRouteComponent(() => import('./links/ConfirmEmailPage'), 'ConfirmEmailPage'),
});

export const authRoutes = [
  signInRoute,
  forgotPasswordRoute,
  invitationRoute,
  resetPasswordRoute,
  confirmEmailRoute,
] as const;
