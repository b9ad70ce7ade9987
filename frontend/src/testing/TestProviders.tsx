import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { MantineProvider } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { cssVariables, theme } from '@/design/theme/theme';

/** What parts need around them in a unit test; texts come from `startTranslations` in the set-up. */
export function TestProviders({ children }: { children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
        {children}
      </MantineProvider>
    </QueryClientProvider>
  );
}
