import { useLanguage } from '@/i18n';
import { formatDate, formatDateTime } from '@/i18n/formats';

export interface DateTextProps {
  /** A day (`2026-12-31`) or an instant, ISO 8601. */
  value: string;
  withTime?: boolean;
}

export function DateText({ value, withTime = false }: DateTextProps) {
  const language = useLanguage();
  return (
    <time dateTime={value}>
      {withTime ? formatDateTime(value, language) : formatDate(value, language)}
    </time>
  );
}
