import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { WebLink } from '../../value/field-value';
import { completeAddress, isWebAddress } from '../../value/web-address';
import type { ControlProps } from './control';
import { GroupFrame } from './GroupFrame';

const BLANK: WebLink = { url: '', title: '' };

/** Addresses on the web with a title each; one line, or several. */
export function LinksControl(props: ControlProps<'WEB_LINK'>) {
  const { field, id, value, onChange, hint, error } = props;
  const { t } = useTranslation('registers');
  const lines = value.links.length === 0 ? [BLANK] : value.links;
  const write = (links: WebLink[]) => {
    onChange({ kind: 'WEB_LINK', links });
  };
  return (
    <GroupFrame id={id} hint={hint} error={error}>
      {(describedBy) => (
        <Stack gap="xs" role="group" aria-label={field.label} aria-describedby={describedBy}>
          {lines.map((link, place) => (
            <LinkLine
              key={place}
              link={link}
              number={place + 1}
              hasError={error !== undefined && link.url.trim() !== '' && !isWebAddress(link.url)}
              onChange={(changed) => {
                write(lines.with(place, changed));
              }}
              onRemove={() => {
                write(lines.toSpliced(place, 1));
              }}
            />
          ))}
          {field.isMultiple && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus size={14} aria-hidden />}
              style={{ alignSelf: 'flex-start' }}
              onClick={() => {
                write([...lines, BLANK]);
              }}
            >
              {t('link.add')}
            </Button>
          )}
        </Stack>
      )}
    </GroupFrame>
  );
}

interface LinkLineProps {
  link: WebLink;
  number: number;
  hasError: boolean;
  onChange: (link: WebLink) => void;
  onRemove: () => void;
}

function LinkLine({ link, number, hasError, onChange, onRemove }: LinkLineProps) {
  const { t } = useTranslation('registers');
  return (
    <Group gap="xs" wrap="nowrap">
      <TextInput
        type="url"
        aria-label={t('link.address', { number })}
        placeholder="https://"
        value={link.url}
        error={hasError}
        maxLength={2000}
        style={{ flex: '3 1 10rem' }}
        onChange={(event) => {
          onChange({ ...link, url: event.currentTarget.value });
        }}
        onBlur={() => {
          const url = completeAddress(link.url);
          if (url !== link.url) onChange({ ...link, url });
        }}
      />
      <TextInput
        aria-label={t('link.title', { number })}
        placeholder={t('link.titlePlaceholder')}
        value={link.title}
        maxLength={200}
        style={{ flex: '2 1 8rem' }}
        onChange={(event) => {
          onChange({ ...link, title: event.currentTarget.value });
        }}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('link.remove', { number })}
        onClick={onRemove}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
