import { Badge, Button, Checkbox, Popover, ScrollArea, Stack } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';

export interface ChoiceFilterProps<TValue extends string> {
  label: string;
  options: readonly { value: TValue; label: string }[];
  /** Nothing chosen: nothing is left out. */
  value: readonly TValue[];
  onChange: (value: TValue[]) => void;
}

/** Narrows a list to any of some choices. */
export function ChoiceFilter<TValue extends string>(props: ChoiceFilterProps<TValue>) {
  const { label, options, value, onChange } = props;
  return (
    <Popover position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant={value.length > 0 ? 'light' : 'default'}
          rightSection={
            value.length > 0 ? (
              <Badge size="sm" circle>
                {value.length}
              </Badge>
            ) : (
              <IconChevronDown size={14} aria-hidden />
            )
          }
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown maw="calc(100vw - 2rem)">
        <ScrollArea.Autosize mah={320} type="auto">
          <Checkbox.Group
            aria-label={label}
            value={[...value]}
            onChange={(chosen) => {
              onChange(options.map((option) => option.value).filter((one) => chosen.includes(one)));
            }}
          >
            <Stack gap="xs" p={2}>
              {options.map((option) => (
                <Checkbox key={option.value} value={option.value} label={option.label} />
              ))}
            </Stack>
          </Checkbox.Group>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
