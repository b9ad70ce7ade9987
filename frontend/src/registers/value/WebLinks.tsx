import { Anchor, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';

import type { WebLink } from './field-value';
import { isWebAddress } from './web-address';

/** Addresses on the web; one that could run something is shown, but leads nowhere. */
export function WebLinks({ links }: { links: readonly WebLink[] }) {
  return (
    <Stack gap={2}>
      {links.map((link, place) =>
        isWebAddress(link.url) ? (
          <Anchor
            key={place}
            href={link.url}
            fz="sm"
            target="_blank"
            rel="noopener noreferrer"
            title={link.url}
            style={{ overflowWrap: 'anywhere' }}
          >
            {link.title || link.url} <IconExternalLink size={14} aria-hidden />
          </Anchor>
        ) : (
          <Text key={place} fz="sm" style={{ overflowWrap: 'anywhere' }}>
            {[link.title, link.url].filter(Boolean).join(': ')}
          </Text>
        ),
      )}
    </Stack>
  );
}
