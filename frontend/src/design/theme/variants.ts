import { type VariantColorsResolver, defaultVariantColorsResolver } from '@mantine/core';

/**
 * Mantine's `light` variant puts a bright hue on its own pale tint, which fails WCAG AA for orange,
 * yellow and green. Here the text is mixed with black (or white in the dark scheme) until it reads.
 */
export const resolveVariantColours: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  if (input.variant !== 'light' && input.variant !== 'subtle' && input.variant !== 'outline') {
    return colours;
  }
  const name = input.color ?? input.theme.primaryColor;
  if (!(name in input.theme.colors)) return colours;
  const shade = (index: number): string => `var(--mantine-color-${name}-${index})`;
  const tint = (percentage: number): string =>
    `color-mix(in srgb, ${shade(6)} ${percentage}%, transparent)`;
  return {
    ...colours,
    color: `light-dark(color-mix(in srgb, ${shade(7)} 70%, black), color-mix(in srgb, ${shade(3)} 85%, white))`,
    ...(input.variant === 'light' && {
      background: `light-dark(${tint(12)}, ${tint(20)})`,
      hover: `light-dark(${tint(18)}, ${tint(28)})`,
    }),
  };
};
