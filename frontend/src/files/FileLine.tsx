import { ActionIcon, Anchor, Group, Progress, Text } from '@mantine/core';
import { IconAlertCircle, IconPaperclip, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';
import { formatBytes } from '@/i18n/formats';
import { useLookedInto } from '@/looking-back/looked-at';

import classes from './files.module.css';
import { fileAddress } from './keep-file';
import type { PendingFile } from './useFileUploads';

interface FileLineProps {
  file: { id: string; fileName: string; byteSize: number };
  onRemove?: () => void;
}

/** A file with its size; the name downloads it. */
export function FileLine({ file, onRemove }: FileLineProps) {
  const { t } = useTranslation('registers');
  const language = useLanguage();
  const look = useLookedInto();
  return (
    <Line
      icon={<IconPaperclip size={16} aria-hidden />}
      onRemove={onRemove}
      removeLabel={t('file.remove', { name: file.fileName })}
    >
      <Anchor
        href={fileAddress(file.id, look?.restoreId)}
        download
        fz="sm"
        className={classes.name}
      >
        {file.fileName}
      </Anchor>
      <Text fz="xs" c="dimmed" className={classes.size}>
        {formatBytes(file.byteSize, language)}
      </Text>
    </Line>
  );
}

interface PendingLineProps {
  file: PendingFile;
  onDismiss: () => void;
}

/** A file on its way, or what went wrong with it. */
export function PendingLine({ file, onDismiss }: PendingLineProps) {
  const { t } = useTranslation('registers');
  const { fileName, problem, share } = file;
  const isFailed = problem !== null;
  return (
    <Line
      icon={isFailed ? <IconAlertCircle size={16} aria-hidden /> : <IconPaperclip size={16} />}
      onRemove={onDismiss}
      removeLabel={t(isFailed ? 'file.dismiss' : 'file.stop', { name: fileName })}
    >
      <div className={classes.progress}>
        <Text fz="sm" className={classes.name}>
          {fileName}
        </Text>
        {isFailed ? (
          <Text fz="xs" c="var(--mantine-color-error)" role="alert">
            {problem}
          </Text>
        ) : (
          <Progress
            value={share * 100}
            size="sm"
            animated
            aria-label={t('file.sending', { name: fileName })}
          />
        )}
      </div>
    </Line>
  );
}

interface LineProps {
  icon: ReactNode;
  children: ReactNode;
  onRemove?: (() => void) | undefined;
  removeLabel: string;
}

function Line({ icon, children, onRemove, removeLabel }: LineProps) {
  return (
    <Group component="li" gap="xs" wrap="nowrap" className={classes.line}>
      <span className={classes.icon}>{icon}</span>
      {children}
      {onRemove && (
        <ActionIcon
          variant="subtle"
          color="gray"
          ml="auto"
          aria-label={removeLabel}
          onClick={onRemove}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}
