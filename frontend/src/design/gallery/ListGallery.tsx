import { Button, Group } from '@mantine/core';
import { useState } from 'react';

import { ChoiceFilter } from '../filter/ChoiceFilter';
import { SearchBox } from '../filter/SearchBox';
import { DataTable } from '../table/DataTable';
import { LevelBadge } from '../text/LevelBadge';
import { Specimen } from './Specimen';

const FRUITS = [
  { id: 'pear', name: 'Peer', count: 12, colour: 'green' },
  { id: 'plum', name: 'Pruim', count: 0, colour: 'grape' },
] as const;

type Fruit = (typeof FRUITS)[number];

export function ListGallery() {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<Fruit['id'][]>([]);
  const rows = FRUITS.filter(
    ({ id, name }) =>
      name.toLocaleLowerCase().includes(words.toLocaleLowerCase()) &&
      (chosen.length === 0 || chosen.includes(id)),
  );
  return (
    <Specimen name="SearchBox, ChoiceFilter, DataTable">
      <Group gap="xs" mb="md">
        <SearchBox label="Zoek fruit" value={words} onChange={setWords} />
        <ChoiceFilter
          label="Soort"
          options={FRUITS.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onChange={setChosen}
        />
      </Group>
      <DataTable
        label="Fruit"
        rows={rows}
        rowId={({ id }) => id}
        isMuted={({ count }) => count === 0}
        columns={[
          { id: 'name', label: 'Naam', cell: ({ name }) => name },
          {
            id: 'colour',
            label: 'Kleur',
            cell: ({ colour }) => <LevelBadge label={colour} colour={colour} />,
          },
          { id: 'count', label: 'Aantal', cell: ({ count }) => count, isNumeric: true },
        ]}
        actionsLabel="Acties"
        actions={({ name }) => (
          <Button size="compact-sm" variant="subtle" aria-label={`${name} wijzigen`}>
            Wijzigen
          </Button>
        )}
      />
    </Specimen>
  );
}
