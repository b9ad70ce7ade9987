import { Badge, Tooltip } from '@mantine/core';
import { IconEye, IconEyeOff, IconPackage, IconTag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { DraftField } from '../draft/form-draft';
import classes from './canvas.module.css';

const shared = { size: 'sm', variant: 'default', tt: 'none', fw: 500, radius: 'sm' } as const;

interface FieldBadgesProps {
  field: DraftField;
  /** It names the records. */
  isTitle: boolean;
}

/** What is special about a field, in words. */
export function FieldBadges({ field, isTitle }: FieldBadgesProps) {
  const { t } = useTranslation('forms');
  return (
    <span className={classes.badges}>
      {isTitle && (
        <Tooltip label={t('badge.titleHelp')}>
          <Badge {...shared} leftSection={<IconTag size={12} aria-hidden />}>
            {t('badge.title')}
          </Badge>
        </Tooltip>
      )}
      {field.isBase && (
        <Tooltip label={t('badge.baseHelp')}>
          <Badge {...shared} leftSection={<IconPackage size={12} aria-hidden />}>
            {t('badge.base')}
          </Badge>
        </Tooltip>
      )}
      {(field.isRequired || isTitle) && <Badge {...shared}>{t('badge.required')}</Badge>}
      {field.visibleWhen && (
        <Badge {...shared} leftSection={<IconEye size={12} aria-hidden />}>
          {t('badge.conditional')}
        </Badge>
      )}
      {field.isHidden && (
        <Badge {...shared} leftSection={<IconEyeOff size={12} aria-hidden />}>
          {t('badge.hidden')}
        </Badge>
      )}
    </span>
  );
}
