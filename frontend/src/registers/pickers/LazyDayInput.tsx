import { Skeleton } from '@mantine/core';
import { type ComponentProps, Suspense, lazy } from 'react';

const DayInput = lazy(() => import('./DayInput'));

export function LazyDayInput(props: ComponentProps<typeof DayInput>) {
  return (
    <Suspense fallback={<Skeleton height={36} />}>
      <DayInput {...props} />
    </Suspense>
  );
}
