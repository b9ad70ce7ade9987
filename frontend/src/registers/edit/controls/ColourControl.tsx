import { ColorInput } from '@mantine/core';
import type { ControlProps } from './control';

const SWATCHES = [
  '#495057',
  '#e03131',
  '#c2255c',
  '#9c36b5',
  '#6741d9',
  '#3b5bdb',
  '#1971c2',
  '#0c8599',
  '#099268',
  '#2f9e44',
  '#e8590c',
  '#f08c00',
];

export function ColourControl(props: ControlProps<'COLOUR'>) {
  const { id, value, onChange, hint, error } = props;
  return (
    <ColorInput
      id={id}
      maw={260}
      value={value.hex}
      description={hint}
      error={error}
      placeholder="#1971c2"
      withEyeDropper={false}
      // Swatches and the code itself: the sliders cannot be worked without a mouse.
      withPicker={false}
      swatches={SWATCHES}
      swatchesPerRow={6}
      popoverProps={{ withinPortal: false }}
      onChange={(hex) => {
        onChange({ kind: 'COLOUR', hex });
      }}
    />
  );
}
