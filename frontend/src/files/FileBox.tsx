import '@mantine/dropzone/styles.layer.css';

import { Group, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconUpload } from '@tabler/icons-react';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';

import { FileLine, PendingLine } from './FileLine';
import { FileList } from './FileList';
import classes from './files.module.css';
import type { KeptFile } from './keep-file';
import { TryoutContext } from './tryout';
import { useFileUploads } from './useFileUploads';

interface FileBoxProps {
  label: string;
  files: readonly KeptFile[];
  isMultiple: boolean;
  describedBy?: string | undefined;
  onKept: (file: KeptFile) => void;
  onSending: (count: number) => void;
  onRemove: (id: string) => void;
}

/** The files there are, those on their way, and a place to drop or choose more. */
export function FileBox(props: FileBoxProps) {
  const { label, files, isMultiple, describedBy, onRemove } = props;
  const { t } = useTranslation('registers');
  const uploads = useFileUploads(props);
  const isTryout = useContext(TryoutContext);
  return (
    <Stack gap="xs" role="group" aria-label={label} aria-describedby={describedBy}>
      {files.length + uploads.pending.length > 0 && (
        <FileList>
          {files.map((file) => (
            <FileLine
              key={file.id}
              file={file}
              onRemove={() => {
                onRemove(file.id);
              }}
            />
          ))}
          {uploads.pending.map((file) => (
            <PendingLine
              key={file.id}
              file={file}
              onDismiss={() => {
                uploads.dismiss(file.id);
              }}
            />
          ))}
        </FileList>
      )}
      <Dropzone
        className={classes.drop ?? ''}
        multiple={isMultiple}
        disabled={isTryout}
        aria-label={t('file.chooseFor', { label })}
        inputProps={{ 'aria-label': t('file.chooseFor', { label }) }}
        onDrop={uploads.send}
      >
        <Group gap="xs" justify="center">
          <IconUpload size={16} aria-hidden />
          <Text fz="sm">
            {t(isMultiple ? 'file.dropMany' : files.length > 0 ? 'file.dropOther' : 'file.dropOne')}
          </Text>
        </Group>
      </Dropzone>
    </Stack>
  );
}
