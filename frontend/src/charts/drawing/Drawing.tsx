import { type ReactNode, useId } from 'react';

import classes from './drawing.module.css';
import { PatternDefs } from './patterns';

interface DrawingProps {
  /** What is drawn, in a sentence: the title, and the figure that matters most. */
  label: string;
  width: number;
  height: number;
  /** Given the id of the drawing's patterns. */
  children: (patterns: string) => ReactNode;
}

/** The sheet a chart is drawn on. Its marks have names of their own, so it is a group and no image. */
export function Drawing({ label, width, height, children }: DrawingProps) {
  const id = useId();
  return (
    <svg
      role="group"
      aria-label={label}
      className={classes.drawing}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      data-chart-drawing
    >
      <PatternDefs id={id} />
      {children(id)}
    </svg>
  );
}

interface LinesProps {
  lines: readonly string[];
  x: number;
  /** Where the first line stands. */
  y: number;
  lineHeight?: number;
  anchor?: 'start' | 'middle' | 'end';
  className?: string | undefined;
  /** It names a mark: underlined when that is pointed at. */
  isLabel?: boolean;
}

/** Text in lines. */
export function TextLines(props: LinesProps) {
  const { lines, x, y, lineHeight = 16, anchor = 'start', className, isLabel = false } = props;
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      className={className}
      {...(isLabel && { 'data-label': true })}
    >
      {lines.map((line, place) => (
        <tspan key={place} x={x} y={y + place * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
