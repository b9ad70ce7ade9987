import type { MantineColorsTuple } from '@mantine/core';

/** Brand. Shade 7 is the mark's own teal; white on shades 6 to 9 passes WCAG AA for text. */
export const teal: MantineColorsTuple = [
  '#eaf6f6',
  '#d3ebea',
  '#a9d8d6',
  '#7bc3c0',
  '#52b0ac',
  '#2f9995',
  '#137e7c',
  '#0b6e6e',
  '#085a5a',
  '#064747',
];

/** Neutral with a trace of the brand. Shade 6 is the palest that passes AA for text on white. */
export const gray: MantineColorsTuple = [
  '#f7f9f9',
  '#eff2f2',
  '#e2e7e7',
  '#d0d7d7',
  '#aeb8b8',
  '#879393',
  '#5f6c6c',
  '#465252',
  '#303a3a',
  '#1b2323',
];

/** Dark scheme: 7 is the page, 6 raised surfaces, 0 text, 2 secondary text. */
export const dark: MantineColorsTuple = [
  '#dbe1e1',
  '#bcc5c5',
  '#9ba6a6',
  '#75807f',
  '#475250',
  '#37403f',
  '#252d2c',
  '#1a2121',
  '#141a1a',
  '#0e1313',
];
