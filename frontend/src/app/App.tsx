import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import i18next from 'i18next';

import { forgetViewer } from '@/auth/session';
import { tellSessionEnd } from '@/auth/session-end';
import { notify } from '@/design';
import { ThemeProvider } from '@/design/theme/ThemeProvider';
import type { AppError } from '@/graphql';
import { leaveClosedBackup } from '@/looking-back/switch-time';

import { createQueryClient } from './query-client';
import { createAppRouter } from './router';

const queryClient = createQueryClient(() => ({ onSignedOut, onBackupClosed, onMutationFailed }));
const router = createAppRouter({ queryClient });

/** Back to sign-in, remembering where one was. */
async function onSignedOut(): Promise<void> {
  if (tellSessionEnd()) return;
  const { href, pathname } = router.latestLocation;
  if (pathname === '/sign-in') return;
  await router.navigate({ to: '/sign-in', search: { returnTo: href, reason: 'session-ended' } });
  forgetViewer(queryClient);
}

function onBackupClosed(): void {
  leaveClosedBackup(queryClient);
  // What could not be shown meanwhile is tried again.
  void router.invalidate();
}

function onMutationFailed(error: AppError): void {
  notify({
    isError: true,
    title: i18next.t(`app.${error.code}.title`, { ns: 'errors' }),
    message: i18next.t(`app.${error.code}.detail`, { ns: 'errors' }),
  });
}

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <ThemeProvider>
        <RouterProvider router={router} />
      </ThemeProvider>
    </QueryClientProvider>
  );
}
