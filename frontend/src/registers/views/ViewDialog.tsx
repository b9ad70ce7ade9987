import { Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { FormDialog, notify } from '@/design';

import type { ViewControl } from './useViews';
import type { SavedView } from './view-documents';

interface ViewDialogProps {
  views: ViewControl;
  /** The view that gets another name; null for a new one. */
  view: SavedView | null;
  onClose: () => void;
}

/** Names a view, and says who has it. */
export function ViewDialog({ views, view, onClose }: ViewDialogProps) {
  const { t } = useTranslation(['records', 'app']);
  const { role } = useViewer();
  const canShare = role === 'ADMINISTRATOR' || role === 'MANAGER';
  const [name, setName] = useState(view?.name ?? '');
  const [isShared, setShared] = useState(view?.isShared ?? false);
  const { errorOf, general, isPending } = views.save;
  const submit = async () => {
    const isSaved = view
      ? await views.rename(view, name, isShared)
      : await views.add(name, isShared);
    if (!isSaved) return;
    notify({ message: t('views.saved', { name: name.trim() }) });
    onClose();
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      onSubmit={() => void submit()}
      title={t(view ? 'views.rename' : 'views.add')}
      submitLabel={t('app:action.save')}
      errors={general}
      isPending={isPending}
    >
      <TextInput
        label={t('views.name')}
        description={view ? undefined : t('views.keeps')}
        data-autofocus
        maxLength={80}
        value={name}
        error={errorOf.name}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value);
        }}
      />
      {canShare && (
        <Switch
          label={t('views.share')}
          description={t('views.shareHint')}
          checked={isShared}
          onChange={({ currentTarget }) => {
            setShared(currentTarget.checked);
          }}
        />
      )}
    </FormDialog>
  );
}
