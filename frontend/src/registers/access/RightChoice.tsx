import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { FormRight } from '@/graphql';

import { RIGHTS } from './access-draft';

interface RightChoiceProps {
  /** Whose right it is. */
  label: string;
  value: FormRight;
  onChange: (right: FormRight) => void;
  /** What can be chosen; what is there already always shows. */
  rights?: readonly FormRight[];
  isDisabled?: boolean;
}

export function RightChoice(props: RightChoiceProps) {
  const { label, value, onChange, rights = RIGHTS, isDisabled = false } = props;
  const { t } = useTranslation('access');
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('rightOf', { name: label })}
      value={value}
      disabled={isDisabled}
      data={RIGHTS.filter((right) => rights.includes(right) || right === value).map((right) => ({
        value: right,
        label: t(`right.${right}`),
      }))}
      onChange={(chosen) => {
        onChange(chosen);
      }}
    />
  );
}
