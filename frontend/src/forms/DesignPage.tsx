import { useSuspenseQueries } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ErrorState, notify } from '@/design';
import { AppError } from '@/graphql';
import { type Language, useLanguage } from '@/i18n';
import { UnknownRegister } from '@/registers/UnknownRegister';

import { Designer } from './Designer';
import { DraftOffer } from './DraftOffer';
import { toDraft } from './draft/from-form';
import { type DesignForm, designFormQuery } from './form-documents';
import { useKeptDraft } from './useKeptDraft';

const route = getRouteApi('/authenticated/registers/$formKey/design');

export function DesignPage() {
  const { formKey } = route.useParams();
  const [nl, en] = useSuspenseQueries({
    queries: [designFormQuery(formKey, 'nl'), designFormQuery(formKey, 'en')],
  });
  if (!nl.data.form || !en.data.form) return <UnknownRegister />;
  if (!nl.data.form.viewerCanDesign) return <ErrorState error={new AppError('FORBIDDEN')} />;
  return <DesignRegister key={formKey} forms={{ nl: nl.data.form, en: en.data.form }} />;
}

function DesignRegister({ forms }: { forms: Record<Language, DesignForm> }) {
  const { t } = useTranslation('forms');
  const language = useLanguage();
  const navigate = useNavigate();
  // What was fetched first: a colleague's revision must not change the draft under one's hands.
  const [start] = useState(() => ({ forms, draft: toDraft(forms, language) }));
  const { key: formKey, revision } = start.forms.nl;
  const { address, offered, discard, taken } = useKeptDraft(formKey);
  const [initial, setInitial] = useState({ draft: start.draft, revision });
  return (
    <Designer
      key={initial.draft === start.draft ? 'published' : 'kept'}
      formKey={formKey}
      name={start.forms[language].name}
      revision={initial.revision}
      published={start.draft}
      initial={initial.draft}
      address={address}
      isOffering={offered !== null}
      notice={
        offered && (
          <DraftOffer
            kept={offered}
            isOutdated={offered.revision !== revision}
            onTake={() => {
              setInitial(offered);
              taken();
            }}
            onDiscard={discard}
          />
        )
      }
      onPublished={(form) => {
        notify({ message: t('published', { name: form.name }) });
        void navigate({ to: '/registers/$formKey', params: { formKey: form.key } });
      }}
    />
  );
}
