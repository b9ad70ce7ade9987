import { Code } from '@mantine/core';

import { CopyText } from './CopyText';

/** A first call, ready to paste into a terminal. */
export const curlCommand = (origin: string, secret: string): string =>
  [
    `curl ${origin}/graphql`,
    `  -H 'Authorization: Bearer ${secret}'`,
    `  -H 'Content-Type: application/json'`,
    `  -d '{"query":"{ forms { key name recordCount } }"}'`,
  ].join(' \\\n');

export function CurlExample({ secret }: { secret: string }) {
  const command = curlCommand(window.location.origin, secret);
  return (
    <CopyText text={command}>
      {/* Wide commands scroll, also by keyboard. */}
      <Code block tabIndex={0}>
        {command}
      </Code>
    </CopyText>
  );
}
