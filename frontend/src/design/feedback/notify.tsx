import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** Long enough to read the message and reach the button. */
const TIME_TO_ACT_MS = 20_000;

export interface Notice {
  title?: string;
  message: string;
  isError?: boolean;
  /** What can be done about it, such as undoing it. */
  action?: { label: string; onClick: () => void };
}

/** A short message in the corner that goes away by itself. */
export function notify({ title, message, isError = false, action }: Notice): void {
  const id = notifications.show({
    title,
    message: action ? (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <span>{message}</span>
        <Button
          size="compact-sm"
          variant="light"
          style={{ flexShrink: 0 }}
          onClick={() => {
            notifications.hide(id);
            action.onClick();
          }}
        >
          {action.label}
        </Button>
      </Group>
    ) : (
      message
    ),
    ...(isError && { color: 'red' }),
    ...(action && { autoClose: TIME_TO_ACT_MS }),
    closeButtonProps: { 'aria-label': i18next.t('action.close', { ns: 'app' }) },
  });
}
