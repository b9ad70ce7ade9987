import { Group, Modal, type MantineSize } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useIsAskingForCode } from '@/graphql';

export interface DialogPatternProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** A name of a size, or a width for what stands side by side. */
  size?: MantineSize | `${number}rem`;
  /** The buttons, right-aligned. */
  footer?: ReactNode;
  /** Only with the buttons, not with Escape, the cross or a click outside. */
  isLocked?: boolean;
  /** Lies over any other dialog, which stays open below it. */
  isOnTop?: boolean;
  children: ReactNode;
}

/** A dialog; fills the screen on a telephone. */
export function DialogPattern(props: DialogPatternProps) {
  const { opened, onClose, title, size = 'md', footer, children } = props;
  const { isLocked = false, isOnTop = false } = props;
  const { t } = useTranslation();
  const isSmall = useMediaQuery('(max-width: 36em)');
  // Escape is for the dialog on top; what was typed below it must stay.
  const isCovered = useIsAskingForCode() && !isOnTop;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      fullScreen={isSmall}
      {...(isOnTop && { zIndex: 'calc(var(--mantine-z-index-modal) + 1)' })}
      withCloseButton={!isLocked}
      closeOnEscape={!isLocked && !isCovered}
      closeOnClickOutside={!isLocked}
      // Mantine makes it a <header>, which outside <main> would be a second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      styles={{ title: { fontWeight: 650, fontSize: 'var(--mantine-font-size-lg)' } }}
    >
      {children}
      {footer && (
        <Group justify="flex-end" gap="xs" mt="lg">
          {footer}
        </Group>
      )}
    </Modal>
  );
}
