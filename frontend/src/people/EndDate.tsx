import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/design';
import { daysUntil } from '@/i18n/days';

/** Access that ends within so many days is worth a word. */
const SOON_DAYS = 14;

/** The last day of somebody's access; says so when it is near or past. */
export function EndDate({ day }: { day: string }) {
  const { t } = useTranslation('people');
  const left = daysUntil(day, new Date());
  return (
    <>
      <DateText value={day} />
      {left < 0 ? (
        <Text fz="xs" c="var(--mantine-color-error)">
          {t('end.past')}
        </Text>
      ) : (
        left <= SOON_DAYS && (
          <Text fz="xs" c="dimmed">
            {left === 0 ? t('end.today') : t('end.left', { count: left })}
          </Text>
        )
      )}
    </>
  );
}
