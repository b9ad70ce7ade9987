import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { RelativeTime } from '@/design';

import type { KeptDraft } from './draft/kept-draft';

interface DraftOfferProps {
  kept: KeptDraft;
  /** The form was published anew since. */
  isOutdated: boolean;
  onTake: () => void;
  onDiscard: () => void;
}

/** Offers the draft that was left here before. */
export function DraftOffer({ kept, isOutdated, onTake, onDiscard }: DraftOfferProps) {
  const { t } = useTranslation('forms');
  return (
    <Alert mb="md" title={t('offer.title')}>
      {t('offer.from')} <RelativeTime value={kept.keptAt} />. {isOutdated && t('offer.outdated')}
      <Group gap="xs" mt="xs">
        <Button size="xs" onClick={onTake}>
          {t('offer.take')}
        </Button>
        <Button size="xs" variant="default" onClick={onDiscard}>
          {t('offer.discard')}
        </Button>
      </Group>
    </Alert>
  );
}
