import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { LinkedRecord } from './field-value';
import classes from './RecordLink.module.css';

/** A record as a chip that leads to it. */
export function RecordLink({ record }: { record: LinkedRecord }) {
  return (
    <Anchor
      className={classes.chip}
      underline="never"
      title={record.title}
      renderRoot={(props) => (
        <Link
          {...props}
          to="/registers/$formKey/$number"
          params={{ formKey: record.form.key, number: String(record.number) }}
        />
      )}
    >
      <Text component="span" className={classes.code}>
        {record.code}
      </Text>
      <span className={classes.title}>{record.title}</span>
    </Anchor>
  );
}
