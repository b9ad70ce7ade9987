import '@fontsource-variable/inter';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './global.css';
import './print.css';

import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

import { useLightOnPaper } from '../print/useLightOnPaper';
import { cssVariables, theme } from './theme';

const colorSchemeManager = localStorageColorSchemeManager({ key: 'waarborg.theme' });

export function ThemeProvider({ children }: { children: ReactNode }) {
  useLightOnPaper();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <Notifications position="bottom-right" autoClose={6000} />
      {children}
    </MantineProvider>
  );
}
