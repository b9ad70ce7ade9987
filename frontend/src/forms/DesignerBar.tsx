import { ActionIcon, Button, Group, Tabs, Text, Tooltip } from '@mantine/core';
import {
  IconAlertCircle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconEye,
  IconFlag,
  IconForms,
  IconSend,
  IconSettings,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { Language } from '@/i18n';
import { TextLanguageSwitch } from '@/localized/TextLanguageSwitch';

import classes from './designer.module.css';
import type { PublishControl } from './publish/usePublish';
import { useDesign, useDesignActions } from './useDesigner';

export const TABS = [
  { tab: 'fields', Icon: IconForms },
  { tab: 'statuses', Icon: IconFlag },
  { tab: 'general', Icon: IconSettings },
  { tab: 'preview', Icon: IconEye },
] as const;

interface DesignerBarProps {
  isDirty: boolean;
  publish: PublishControl;
  /** The language texts are written in. */
  language: Language;
  onLanguage: (language: Language) => void;
}

/** The parts of the designer and what can be done in all of them; it stays in sight. */
export function DesignerBar({ isDirty, publish, language, onLanguage }: DesignerBarProps) {
  const { t } = useTranslation('forms');
  const { formKey, problems, wrongTabs } = useDesign();
  return (
    <div className={classes.bar}>
      <Tabs.List className={classes.tabs ?? ''}>
        {TABS.map(({ tab, Icon }) => (
          <Tabs.Tab
            key={tab}
            value={tab}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={
              wrongTabs.has(tab) && (
                <IconAlertCircle
                  size={16}
                  role="img"
                  aria-label={t('tabProblem')}
                  color="var(--mantine-color-error)"
                />
              )
            }
          >
            {t(`tab.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Group gap="xs">
        {problems.size > 0 && (
          <Text fz="sm" c="var(--mantine-color-error)" role="status">
            {t('problems', { count: problems.size })}
          </Text>
        )}
        <TextLanguageSwitch value={language} onChange={onLanguage} />
        <Steps />
        <Button
          leftSection={<IconSend size={16} aria-hidden />}
          loading={publish.isPending}
          disabled={!isDirty}
          // A failed request is told by the toast of the mutation cache.
          onClick={() => void publish.ask().catch(() => undefined)}
        >
          {t(formKey === null ? 'create' : 'publish.button')}
        </Button>
      </Group>
    </div>
  );
}

/** Taking back, and doing again. */
function Steps() {
  const { t } = useTranslation('forms');
  const { canUndo, canRedo } = useDesign();
  const { undo, redo } = useDesignActions();
  const steps = [
    { name: 'undo', Icon: IconArrowBackUp, isPossible: canUndo, take: undo },
    { name: 'redo', Icon: IconArrowForwardUp, isPossible: canRedo, take: redo },
  ] as const;
  return steps.map(({ name, Icon, isPossible, take }) => (
    <Tooltip key={name} label={t(name)}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t(name)}
        disabled={!isPossible}
        onClick={take}
      >
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  ));
}
