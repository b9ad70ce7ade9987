import { Button, Group, Stack, TextInput } from '@mantine/core';

import { registerIcons } from '../icons/register-icons';
import { TablerIcon } from '../icons/TablerIcon';
import { Logo } from '../Logo';
import { DateText } from '../text/DateText';
import { FieldLabel } from '../text/FieldLabel';
import { LevelBadge } from '../text/LevelBadge';
import { RelativeTime } from '../text/RelativeTime';
import { StatusBadge } from '../text/StatusBadge';
import { Specimen } from './Specimen';

const COLOURS = ['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'grape'];
const KINDS = ['OPEN', 'ACTIVE', 'DONE'] as const;

export function TextGallery() {
  return (
    <>
      <Specimen name="Logo, buttons">
        <Group>
          <Logo />
          <Button>Filled</Button>
          <Button variant="default">Default</Button>
          <Button variant="light">Light</Button>
          <Button variant="subtle">Subtle</Button>
          <Button color="red.8">Danger</Button>
          <Button disabled>Disabled</Button>
        </Group>
      </Specimen>
      <Specimen name="StatusBadge">
        <Stack gap="xs">
          {KINDS.map((kind) => (
            <Group key={kind} gap="xs">
              {COLOURS.map((colour) => (
                <StatusBadge key={colour} label={colour} colour={colour} kind={kind} />
              ))}
            </Group>
          ))}
        </Stack>
      </Specimen>
      <Specimen name="LevelBadge">
        <Group gap="xs">
          {COLOURS.map((colour, index) => (
            <LevelBadge key={colour} label={colour} colour={colour} score={index + 1} />
          ))}
        </Group>
      </Specimen>
      <Specimen name="FieldLabel, DateText, RelativeTime">
        <Group gap="xl" align="end">
          <div>
            <FieldLabel label="Risk" htmlFor="specimen" help="One sentence." isRequired />
            <TextInput id="specimen" w={280} />
          </div>
          <DateText value="2026-12-31" />
          <DateText value="2026-12-31T14:05:00Z" withTime />
          <RelativeTime value="2026-11-01T10:00:00Z" />
        </Group>
      </Specimen>
      <Specimen name="TablerIcon">
        <Group gap="sm">
          {Object.keys(registerIcons).map((name) => (
            <TablerIcon key={name} name={name} />
          ))}
        </Group>
      </Specimen>
    </>
  );
}
