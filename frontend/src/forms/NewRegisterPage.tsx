import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { ErrorState, notify } from '@/design';
import { AppError } from '@/graphql';
import { useLanguage } from '@/i18n';

import { Designer } from './Designer';
import { DraftOffer } from './DraftOffer';
import { blankDraft } from './draft/new-parts';
import { useKeptDraft } from './useKeptDraft';

export function NewRegisterPage() {
  const { canManageForms } = useViewer();
  return canManageForms ? <NewRegister /> : <ErrorState error={new AppError('FORBIDDEN')} />;
}

function NewRegister() {
  const { t } = useTranslation('forms');
  const language = useLanguage();
  const navigate = useNavigate();
  const { address, offered, discard, taken } = useKeptDraft(null);
  const [blank] = useState(() =>
    blankDraft({ open: t('statuses.open'), closed: t('statuses.closed') }, language),
  );
  const [initial, setInitial] = useState(blank);
  return (
    <Designer
      // Anew with the draft that was left.
      key={initial === blank ? 'blank' : 'kept'}
      formKey={null}
      name={null}
      revision={0}
      published={blank}
      initial={initial}
      address={address}
      isOffering={offered !== null}
      notice={
        offered && (
          <DraftOffer
            kept={offered}
            isOutdated={false}
            onTake={() => {
              setInitial(offered.draft);
              taken();
            }}
            onDiscard={discard}
          />
        )
      }
      onPublished={(form) => {
        notify({ message: t('created', { name: form.name }) });
        void navigate({ to: '/registers/$formKey', params: { formKey: form.key } });
      }}
    />
  );
}
