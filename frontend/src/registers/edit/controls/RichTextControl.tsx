import { Skeleton } from '@mantine/core';
import { Suspense, lazy } from 'react';

import type { ControlProps } from './control';
import { GroupFrame } from './GroupFrame';

const RichTextEditor = lazy(() => import('./RichTextEditor'));

/** The editor is heavy: it is loaded when a form with rich text is opened. */
export function RichTextControl({ hint, ...props }: ControlProps<'RICH_TEXT'>) {
  const { id, field, value, onChange, error } = props;
  return (
    <GroupFrame id={id} hint={hint} error={error}>
      {(describedBy) => (
        <Suspense fallback={<Skeleton height={180} />}>
          <RichTextEditor
            id={id}
            label={field.label}
            html={value.html}
            hasError={error !== undefined}
            describedBy={describedBy}
            onChange={(html) => {
              onChange({ kind: 'RICH_TEXT', html });
            }}
          />
        </Suspense>
      )}
    </GroupFrame>
  );
}
