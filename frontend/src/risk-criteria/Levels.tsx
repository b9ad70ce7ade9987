import { ActionIcon, Button, NumberInput, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { ToneSelect } from '@/design';
import { useLanguage } from '@/i18n';
import { textIn } from '@/localized/local-text';
import { LocalTextInput } from '@/localized/LocalTextInput';

import {
  type DraftLevel,
  MOST_LEVELS,
  addLevel,
  removeLevel,
  risingLevels,
} from './criteria-draft';
import classes from './risk-criteria.module.css';
import type { CriteriaControl } from './useCriteria';

/** The levels a risk can have: name, from which score, colour. */
export function Levels({ control }: { control: CriteriaControl }) {
  const { t } = useTranslation('riskCriteria');
  const language = useLanguage();
  const { levels } = control.draft;
  const sent = risingLevels(levels);
  const write = (key: string, changes: Partial<DraftLevel>) => {
    control.change((draft) => ({
      ...draft,
      levels: draft.levels.map((level) => (level.key === key ? { ...level, ...changes } : level)),
    }));
  };
  return (
    <Stack gap="sm">
      <ul className={classes.rows}>
        {levels.map((level, place) => {
          const name = textIn(level.label, language) || t('level.number', { number: place + 1 });
          return (
            <li key={level.key} className={classes.level}>
              <LocalTextInput
                aria-label={t('level.label', { name })}
                placeholder={t('level.labelPlaceholder')}
                maxLength={200}
                value={level.label}
                error={control.errorAt(`levels.${sent.indexOf(level)}.label`)}
                onChange={(label) => {
                  write(level.key, { label });
                }}
              />
              <NumberInput
                aria-label={t('level.minimumScore', { name })}
                prefix={t('level.from')}
                min={1}
                allowDecimal={false}
                allowNegative={false}
                hideControls
                value={level.minimumScore}
                error={control.errorAt(`levels.${sent.indexOf(level)}.minimumScore`)}
                onChange={(score) => {
                  write(level.key, { minimumScore: Number(score) });
                }}
              />
              <ToneSelect
                aria-label={t('level.colour', { name })}
                value={level.colour}
                onChange={(colour) => {
                  if (colour) write(level.key, { colour });
                }}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('level.remove', { name })}
                disabled={levels.length <= 1}
                onClick={() => {
                  control.change((draft) => removeLevel(draft, level.key));
                }}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      {levels.length < MOST_LEVELS && (
        <Button
          variant="default"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            control.change(addLevel);
          }}
        >
          {t('level.add')}
        </Button>
      )}
    </Stack>
  );
}
