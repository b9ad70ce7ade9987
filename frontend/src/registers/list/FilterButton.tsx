import { Badge, Button, NavLink, Popover, ScrollArea, TextInput } from '@mantine/core';
import { IconChevronRight, IconFilter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type RegisterField, type RegisterForm, shownFields } from '../register-form';
import { type FieldCondition } from './condition';
import { ConditionEditor } from './ConditionEditor';

interface FilterButtonProps {
  form: RegisterForm;
  conditions: readonly FieldCondition[];
  onApply: (fieldKey: string, condition: FieldCondition | null) => void;
}

/** Chooses a field, then what it must hold. */
export function FilterButton({ form, conditions, onApply }: FilterButtonProps) {
  const { t } = useTranslation('registers');
  const [opened, setOpened] = useState(false);
  const [field, setField] = useState<RegisterField | null>(null);
  const count = conditions.length;

  const toggle = (open: boolean) => {
    setOpened(open);
    setField(null);
  };

  return (
    <Popover
      opened={opened}
      onChange={toggle}
      position="bottom-start"
      shadow="md"
      width={320}
      trapFocus
    >
      <Popover.Target>
        <Button
          variant={count > 0 ? 'light' : 'default'}
          leftSection={<IconFilter size={16} aria-hidden />}
          rightSection={
            count > 0 && (
              <Badge size="sm" circle>
                {count}
              </Badge>
            )
          }
          onClick={() => {
            toggle(!opened);
          }}
        >
          {t('filter.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={field ? 'md' : 'xs'}>
        {field ? (
          <ConditionEditor
            key={field.key}
            formKey={form.key}
            field={field}
            condition={conditions.find((condition) => condition.fieldKey === field.key) ?? null}
            onApply={(condition) => {
              onApply(field.key, condition);
              toggle(false);
            }}
          />
        ) : (
          <FieldChoice fields={shownFields(form)} conditions={conditions} onChoose={setField} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

interface FieldChoiceProps {
  fields: readonly RegisterField[];
  conditions: readonly FieldCondition[];
  onChoose: (field: RegisterField) => void;
}

function FieldChoice({ fields, conditions, onChoose }: FieldChoiceProps) {
  const { t } = useTranslation('registers');
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const found = fields.filter((field) => field.label.toLocaleLowerCase().includes(wanted));
  return (
    <>
      <TextInput
        aria-label={t('filter.chooseField')}
        placeholder={t('filter.chooseField')}
        leftSection={<IconSearch size={14} aria-hidden />}
        size="xs"
        mb={4}
        value={search}
        data-autofocus
        onChange={(event) => {
          setSearch(event.currentTarget.value);
        }}
      />
      <ScrollArea.Autosize mah={320} type="auto">
        {found.map((field) => (
          <NavLink
            key={field.key}
            component="button"
            type="button"
            label={field.label}
            active={conditions.some((condition) => condition.fieldKey === field.key)}
            rightSection={<IconChevronRight size={14} aria-hidden />}
            py={6}
            onClick={() => {
              onChoose(field);
            }}
          />
        ))}
      </ScrollArea.Autosize>
    </>
  );
}
