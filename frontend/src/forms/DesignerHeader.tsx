import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { PageHeader } from '@/design';
import type { Language } from '@/i18n';
import { TextLanguageSwitch } from '@/localized/TextLanguageSwitch';

import type { PublishControl } from './publish/usePublish';
import { useDesign, useDesignActions } from './useDesigner';

interface DesignerHeaderProps {
  name: string | null;
  isDirty: boolean;
  publish: PublishControl;
  language: Language;
  onLanguage: (language: Language) => void;
}

/** The title, the language of the texts, taking back, and publishing. */
export function DesignerHeader(props: DesignerHeaderProps) {
  const { name, isDirty, publish, language, onLanguage } = props;
  const { t } = useTranslation('forms');
  const { formKey, canUndo, canRedo, problems } = useDesign();
  const { undo, redo } = useDesignActions();
  return (
    <PageHeader
      title={name === null ? t('title') : t('designTitle', { name })}
      description={t(name === null ? 'description' : 'designDescription')}
      {...(formKey !== null &&
        name !== null && {
          breadcrumbs: [{ label: name, link: { to: '/registers/$formKey', params: { formKey } } }],
        })}
      actions={
        <Group gap="xs">
          {problems.size > 0 && (
            <Text fz="sm" c="var(--mantine-color-error)" role="status">
              {t('problems', { count: problems.size })}
            </Text>
          )}
          <TextLanguageSwitch value={language} onChange={onLanguage} />
          <Tooltip label={t('undo')}>
            <ActionIcon
              variant="default"
              size={36}
              aria-label={t('undo')}
              disabled={!canUndo}
              onClick={undo}
            >
              <IconArrowBackUp size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('redo')}>
            <ActionIcon
              variant="default"
              size={36}
              aria-label={t('redo')}
              disabled={!canRedo}
              onClick={redo}
            >
              <IconArrowForwardUp size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Button
            leftSection={<IconSend size={16} aria-hidden />}
            loading={publish.isPending}
            disabled={!isDirty}
            // A failed request is told by the toast of the mutation cache.
            onClick={() => void publish.ask().catch(() => undefined)}
          >
            {t(name === null ? 'create' : 'publish.button')}
          </Button>
        </Group>
      }
    />
  );
}
