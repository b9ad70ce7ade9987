import { Text, ThemeIcon } from '@mantine/core';
import {
  IconArrowBackUp,
  IconDatabaseExport,
  IconEraser,
  IconListDetails,
  IconLock,
  IconLogout,
  IconMail,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';
import { formatDateTime } from '@/i18n/formats';

import type { Restorable } from './restore-rules';
import classes from './restore.module.css';
import { StepTitle } from './StepTitle';
import { WizardButtons } from './WizardButtons';

/** In the order in which people meet with them. */
const EFFECTS = [
  ['lost', IconEraser, 'red'],
  ['safety', IconDatabaseExport, 'teal'],
  ['still', IconLock, 'orange'],
  ['sessions', IconLogout, 'orange'],
  ['people', IconUsers, 'teal'],
  ['audit', IconListDetails, 'teal'],
  ['told', IconMail, 'teal'],
  ['cancel', IconArrowBackUp, 'teal'],
] as const;

interface EffectsStepProps {
  run: Restorable;
  onBack: () => void;
  onNext: () => void;
}

/** What putting back does, to data and to people. */
export function EffectsStep({ run, onBack, onNext }: EffectsStepProps) {
  const { t } = useTranslation(['backups', 'app']);
  const language = useLanguage();
  const moment = formatDateTime(run.takenAt, language);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <StepTitle title={t('restore.effects.title')} takesFocus />
      <ul className={classes.points}>
        {EFFECTS.map(([effect, Icon, colour]) => (
          <li key={effect} className={classes.point}>
            <ThemeIcon size={30} radius="xl" variant="light" color={colour} aria-hidden>
              <Icon size={17} />
            </ThemeIcon>
            <Text fz="sm">{t(`restore.effects.${effect}`, { moment })}</Text>
          </li>
        ))}
      </ul>
      <WizardButtons onBack={onBack} submitLabel={t('app:action.next')} />
    </form>
  );
}
