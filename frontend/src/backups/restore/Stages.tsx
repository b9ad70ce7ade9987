import { Text, ThemeIcon, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconClipboardText, IconFlag, IconKey, IconRestore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { RestoreState } from '@/graphql';

import { STAGES, type Stage, type StageState, stageState } from './restore-rules';
import classes from './restore.module.css';

const ICONS = {
  ASKED: IconClipboardText,
  WAITING: IconKey,
  RESTORING: IconRestore,
  DONE: IconFlag,
} satisfies Record<Stage, unknown>;

const COLOURS: Record<StageState, string> = { past: 'green', now: 'teal', future: 'gray' };

/** The way from asking to done, and where one is on it. */
export function Stages({ state }: { state: RestoreState }) {
  const { t } = useTranslation('backups');
  return (
    <ol className={classes.stages}>
      {STAGES.map((stage) => {
        const at = stageState(stage, state);
        const Icon = at === 'past' ? IconCheck : ICONS[stage];
        return (
          <li
            key={stage}
            className={classes.stage}
            aria-current={at === 'now' ? 'step' : undefined}
          >
            <ThemeIcon
              size={34}
              radius="xl"
              variant={at === 'now' ? 'filled' : 'light'}
              color={COLOURS[at]}
              aria-hidden
            >
              <Icon size={18} />
            </ThemeIcon>
            <div>
              <Text fw={at === 'now' ? 650 : 500} c={at === 'future' ? 'dimmed' : undefined}>
                {t(`restore.progress.stage.${stage}`)}
                <VisuallyHidden> ({t(`restore.progress.stageState.${at}`)})</VisuallyHidden>
              </Text>
              {at === 'now' && (
                <Text fz="sm" maw="60ch">
                  {t(`restore.progress.stageDetail.${stage}`)}
                </Text>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
