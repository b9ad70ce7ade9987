import type { ReactNode } from 'react';

import {
  ActionsContext,
  DesignerContext,
  type DesignerControl,
  ProblemsContext,
  SettingsContext,
} from './useDesigner';

interface DesignerProvidersProps {
  control: DesignerControl;
  /** Opens the properties of a field; null where they stand beside the form. */
  openSettings: ((id: string) => void) | null;
  children: ReactNode;
}

/** What the parts of the designer share; what never changes apart from what does. */
export function DesignerProviders({ control, openSettings, children }: DesignerProvidersProps) {
  return (
    <ActionsContext value={control.actions}>
      <SettingsContext value={openSettings}>
        <ProblemsContext value={control.problems}>
          <DesignerContext value={control}>{children}</DesignerContext>
        </ProblemsContext>
      </SettingsContext>
    </ActionsContext>
  );
}
