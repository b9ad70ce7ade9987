import { Button, Group, Pill, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useDesign, useDesignActions, useErrorAt } from '../useDesigner';
import classes from './general.module.css';

const STANDARDS = ['ISO 27001', 'NEN 7510', 'ISO 9001', 'AVG', 'NIS2', 'ISO 45001'];

/** Which articles of which standards the register covers; their numbers alone. */
export function Requirements() {
  const { t } = useTranslation('forms');
  const { draft } = useDesign();
  const errorAt = useErrorAt();
  const { change } = useDesignActions();
  const [standard, setStandard] = useState(STANDARDS[0] ?? '');
  const [code, setCode] = useState('');
  const typed = code.trim();
  const isKnown = draft.requirements.some(
    (other) => other.standard === standard && other.code === typed,
  );
  const add = () => {
    if (typed === '' || isKnown) return;
    change((current) => ({
      ...current,
      requirements: [...current.requirements, { standard, code: typed }],
    }));
    setCode('');
  };
  return (
    <Stack gap="sm">
      {draft.requirements.length === 0 && (
        <Text fz="sm" c="dimmed">
          {t('requirements.none')}
        </Text>
      )}
      <ul className={classes.requirements}>
        {draft.requirements.map((requirement) => {
          const name = `${requirement.standard} ${requirement.code}`;
          return (
            <li key={name}>
              <Pill
                size="md"
                withRemoveButton
                removeButtonProps={{
                  'aria-label': t('requirements.remove', { name }),
                  'aria-hidden': false,
                  tabIndex: 0,
                }}
                onRemove={() => {
                  change((current) => ({
                    ...current,
                    requirements: current.requirements.filter((other) => other !== requirement),
                  }));
                }}
              >
                {name}
              </Pill>
            </li>
          );
        })}
      </ul>
      <Group gap="xs" align="flex-end">
        <Select
          label={t('requirements.standard')}
          data={STANDARDS}
          value={standard}
          allowDeselect={false}
          w={160}
          onChange={(chosen) => {
            setStandard(chosen ?? standard);
          }}
        />
        <TextInput
          label={t('requirements.code')}
          placeholder="A.5.24"
          maxLength={40}
          w={140}
          value={code}
          error={errorAt('requirements')}
          onChange={(event) => {
            setCode(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button variant="default" disabled={typed === '' || isKnown} onClick={add}>
          {t('requirements.add')}
        </Button>
      </Group>
    </Stack>
  );
}
