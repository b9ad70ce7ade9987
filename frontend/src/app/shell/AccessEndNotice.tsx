import { Alert } from '@mantine/core';
import { IconCalendarX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { useLanguage } from '@/i18n';
import { daysUntil } from '@/i18n/days';
import { formatDate } from '@/i18n/formats';

/** Long enough before the end to ask for more time. */
const NOTICE_DAYS = 14;

/** For consultants, auditors and others who have access for some time only: that it nearly ends. */
export function AccessEndNotice() {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const { accessEndsOn } = useViewer();
  if (!accessEndsOn) return null;
  const days = daysUntil(accessEndsOn, new Date());
  if (days > NOTICE_DAYS) return null;
  return (
    <Alert role="status" color="orange" radius={0} icon={<IconCalendarX aria-hidden />}>
      {days <= 0
        ? t('accessEnds.today')
        : t('accessEnds.soon', { count: days, date: formatDate(accessEndsOn, language) })}
    </Alert>
  );
}
