import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';

import { type OptionSource, type PickOption, groupOptions } from './option-source';
import { RemotePicker } from './RemotePicker';

/** For who may not see which groups there are: what is chosen is shown, and nothing else is offered. */
const noGroups: OptionSource = { key: ['no-groups'], find: () => Promise.resolve([]) };

interface GroupPickerProps {
  value: readonly PickOption[];
  onChange: (value: PickOption[]) => void;
  isMultiple?: boolean;
  id?: string;
  label?: string;
  description?: string | null;
  error?: string | undefined;
  withinPortal?: boolean;
}

/** Groups of people, for who may see them. */
export function GroupPicker({ description, ...props }: GroupPickerProps) {
  const { t } = useTranslation('registers');
  const { canSeePeople } = useViewer();
  const choose = t(props.isMultiple ? 'picker.chooseGroups' : 'picker.chooseGroup');
  return (
    <RemotePicker
      {...props}
      source={canSeePeople ? groupOptions : noGroups}
      placeholder={canSeePeople ? choose : undefined}
      description={canSeePeople ? description : t('picker.groupsHidden')}
      {...(!canSeePeople && { nothingFound: t('picker.groupsHidden') })}
    />
  );
}
