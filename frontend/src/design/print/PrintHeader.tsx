import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';
import { formatDateTime } from '@/i18n/formats';

import classes from './PrintHeader.module.css';

export interface PrintHeaderProps {
  /** From the outside in: environment, register, number. */
  about: readonly string[];
  /** Who printed it. */
  by: string;
}

/** What a sheet of paper must say of itself: where it is from, and of when. Only on paper. */
export function PrintHeader({ about, by }: PrintHeaderProps) {
  const { t } = useTranslation('design');
  const language = useLanguage();
  const now = useMomentOfPrinting();
  return (
    <div data-print-only className={classes.header}>
      <strong>{about.join(' · ')}</strong>
      <span>{t('printed', { at: formatDateTime(now.toISOString(), language), by })}</span>
    </div>
  );
}

function useMomentOfPrinting(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const renew = () => {
      // The browser takes the page as it is when this returns.
      flushSync(() => {
        setNow(new Date());
      });
    };
    window.addEventListener('beforeprint', renew);
    return () => {
      window.removeEventListener('beforeprint', renew);
    };
  }, []);
  return now;
}
