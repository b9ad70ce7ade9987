/**
 * Where to go after sign-in: only a path of this application. Anything a link could smuggle in, such
 * as another site's address, counts as the dashboard.
 */
export function safeReturnTo(wanted: string | undefined): string {
  if (!wanted?.startsWith('/') || wanted.startsWith('//') || wanted.includes('\\')) return '/';
  const origin = 'https://waarborg.invalid';
  const url = new URL(wanted, origin);
  if (url.origin !== origin || url.pathname.startsWith('/sign-in')) return '/';
  return url.pathname + url.search + url.hash;
}
