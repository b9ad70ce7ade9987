import { Title } from '@mantine/core';
import { useEffect, useRef } from 'react';

interface StepTitleProps {
  title: string;
  /** Not on the first step when the page has just opened. */
  takesFocus: boolean;
}

/** Heading of a step; whoever moves on with the keyboard, or listens, begins there. */
export function StepTitle({ title, takesFocus }: StepTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <Title order={2} ref={heading} tabIndex={-1} mb="md" style={{ outline: 'none' }}>
      {title}
    </Title>
  );
}
