import { ActionIcon, Button, Group, Input, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ToneMenu } from '@/design';
import { useLanguage } from '@/i18n';
import { textIn } from '@/localized/local-text';
import { LocalTextInput } from '@/localized/LocalTextInput';
import { useTextLanguage } from '@/localized/text-language';

import type { DraftField, DraftOption } from '../draft/form-draft';
import { addOption, moveOption, pasteOptions } from '../draft/options';
import { useDesignActions, useErrorAt } from '../useDesigner';
import classes from './properties.module.css';

/** The choices of a list, or the items of a checklist; Enter adds the next, and lists can be pasted. */
export function OptionsEditor({ field }: { field: DraftField }) {
  const { t } = useTranslation('forms');
  const errorAt = useErrorAt();
  const { changeField, settle } = useDesignActions();
  const language = useTextLanguage();
  const [newest, setNewest] = useState<string | null>(null);
  const { options } = field;
  const isChecklist = field.kind === 'CHECKLIST';
  const write = (changed: DraftOption[]) => {
    changeField(field.id, { options: changed });
  };
  const add = (afterId: string | null) => {
    const { options: longer, added } = addOption(options, afterId);
    setNewest(added.id);
    write(longer);
  };
  const error = errorAt(`field/${field.id}/options`);
  return (
    <div role="group" aria-label={t(isChecklist ? 'options.items' : 'options.choices')}>
      <Input.Label mb={4}>{t(isChecklist ? 'options.items' : 'options.choices')}</Input.Label>
      <Stack component="ol" gap={4} className={classes.options}>
        {options.map((option, place) => (
          <OptionRow
            key={option.id}
            option={option}
            place={{ index: place, count: options.length }}
            hasColour={!isChecklist}
            isNewest={option.id === newest}
            error={errorAt(`field/${field.id}/options/${place}`)}
            onChange={(changes) => {
              write(options.with(place, { ...option, ...changes }));
            }}
            onMove={(by) => {
              write(moveOption(options, option.id, by));
            }}
            onRemove={() => {
              write(options.toSpliced(place, 1));
            }}
            onNext={() => {
              settle();
              add(option.id);
            }}
            onPaste={(text) => {
              write(pasteOptions(options, { id: option.id, text, language }));
            }}
          />
        ))}
      </Stack>
      {error && (
        <Text fz="xs" c="var(--mantine-color-error)" role="alert" mt={4}>
          {error}
        </Text>
      )}
      <Button
        mt={6}
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => {
          add(null);
        }}
      >
        {t(isChecklist ? 'options.addItem' : 'options.addChoice')}
      </Button>
    </div>
  );
}

interface OptionRowProps {
  option: DraftOption;
  place: { index: number; count: number };
  hasColour: boolean;
  isNewest: boolean;
  error: string | undefined;
  onChange: (changes: Partial<DraftOption>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
  onNext: () => void;
  onPaste: (text: string) => void;
}

function OptionRow(props: OptionRowProps) {
  const { option, place, hasColour, isNewest, error, onChange, onMove, onRemove } = props;
  const { t } = useTranslation('forms');
  const language = useLanguage();
  const number = place.index + 1;
  const name = textIn(option.label, language) || t('options.number', { number });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    props.onNext();
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!text.trim().includes('\n')) return;
    event.preventDefault();
    props.onPaste(text);
  };
  const shared = { variant: 'subtle', color: 'gray', size: 24 } as const;
  return (
    <li>
      <Group gap={4} wrap="nowrap">
        <LocalTextInput
          size="xs"
          style={{ flex: 1 }}
          aria-label={t('options.label', { number })}
          placeholder={t('options.placeholder')}
          maxLength={200}
          autoFocus={isNewest}
          value={option.label}
          error={error}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onChange={(label) => {
            onChange({ label });
          }}
        />
        {hasColour && (
          <ToneMenu
            label={t('options.colour', { name })}
            value={option.colour}
            onChange={(colour) => {
              onChange({ colour });
            }}
          />
        )}
        <ActionIcon
          {...shared}
          aria-label={t('options.up', { name })}
          disabled={place.index === 0}
          onClick={() => {
            onMove(-1);
          }}
        >
          <IconArrowUp size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon
          {...shared}
          aria-label={t('options.down', { name })}
          disabled={place.index === place.count - 1}
          onClick={() => {
            onMove(1);
          }}
        >
          <IconArrowDown size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon {...shared} aria-label={t('options.remove', { name })} onClick={onRemove}>
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      </Group>
    </li>
  );
}
