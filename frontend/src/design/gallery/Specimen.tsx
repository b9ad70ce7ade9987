import { Title } from '@mantine/core';
import type { ReactNode } from 'react';

export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section aria-label={name}>
      <Title order={2} mb="sm">
        {name}
      </Title>
      {children}
    </section>
  );
}
