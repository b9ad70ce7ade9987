import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

export interface Notice {
  title?: string;
  message: string;
  isError?: boolean;
}

/** A short message in the corner that goes away by itself. */
export function notify({ title, message, isError = false }: Notice): void {
  notifications.show({
    title,
    message,
    ...(isError && { color: 'red' }),
    closeButtonProps: { 'aria-label': i18next.t('action.close', { ns: 'app' }) },
  });
}
