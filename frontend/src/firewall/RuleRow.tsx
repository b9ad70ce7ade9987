import { ActionIcon, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { LevelBadge } from '@/design';
import { LazyDayInput } from '@/registers/pickers/LazyDayInput';

import { type DraftRule, isEverybody } from './firewall-draft';
import classes from './firewall.module.css';
import type { FirewallControl } from './useFirewallDraft';

interface RuleRowProps {
  rule: DraftRule;
  /** Its place in the list, for those who hear it. */
  number: number;
  list: string;
  control: FirewallControl;
}

export function RuleRow({ rule, number, list, control }: RuleRowProps) {
  const { t } = useTranslation('firewall');
  const named = (field: string) => t('fieldOf', { field, list, number });
  const { changeRule, removeRule, errorAt } = control;
  return (
    <li className={classes.rule}>
      <TextInput
        aria-label={named(t('network'))}
        placeholder="203.0.113.0/24"
        autoComplete="off"
        spellCheck={false}
        autoFocus={rule.id === null && rule.network === ''}
        value={rule.network}
        error={errorAt(`${rule.key}.network`)}
        onChange={({ currentTarget }) => {
          changeRule(rule.key, { network: currentTarget.value });
        }}
      />
      <TextInput
        aria-label={named(t('note'))}
        placeholder={t('note')}
        maxLength={200}
        value={rule.note}
        error={errorAt(`${rule.key}.note`)}
        onChange={({ currentTarget }) => {
          changeRule(rule.key, { note: currentTarget.value });
        }}
      />
      <div>
        <LazyDayInput
          aria-label={named(t('endsOn'))}
          value={rule.endsOn}
          error={errorAt(`${rule.key}.endsOn`)}
          onChange={(endsOn) => {
            changeRule(rule.key, { endsOn, hasEnded: false });
          }}
        />
        {rule.hasEnded && <LevelBadge label={t('ended')} colour="gray" />}
      </div>
      <ActionIcon
        variant="subtle"
        color="red"
        size={36}
        aria-label={t('removeOf', { list, number, network: rule.network })}
        onClick={() => {
          removeRule(rule.key);
        }}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
      {isEverybody(rule.network) && (
        <Text fz="xs" c="var(--mantine-color-error)" className={classes.warning}>
          {t(`everybody.${rule.action}`)}
        </Text>
      )}
    </li>
  );
}
