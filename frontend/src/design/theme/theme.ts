import {
  type CSSVariablesResolver,
  Button,
  InputWrapper,
  Menu,
  Modal,
  Tooltip,
  createTheme,
} from '@mantine/core';

import { dark, gray, teal } from './colours';
import { resolveVariantColours } from './variants';

const FONT = '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif';

export const theme = createTheme({
  colors: { teal, gray, dark },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  variantColorResolver: resolveVariantColours,
  fontFamily: FONT,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  fontSizes: {
    xs: '0.75rem',
    sm: '0.875rem',
    md: '0.9375rem',
    lg: '1.0625rem',
    xl: '1.25rem',
  },
  headings: {
    fontFamily: FONT,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  radius: { xs: '0.1875rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { fw: 550 } }),
    InputWrapper: InputWrapper.extend({
      styles: { label: { marginBottom: '0.25rem', fontWeight: 550 } },
    }),
    // The placeholder is an element no menu may hold (WAI-ARIA); without it the first item gets focus.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 } },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        withArrow: true,
        openDelay: 300,
        events: { hover: true, focus: true, touch: false },
      },
    }),
  },
});

/** Mantine's own secondary texts are too pale for WCAG AA; surfaces get names of their own. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': gray[9],
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-error': '#c22525',
    '--mantine-color-anchor': teal[7],
    '--waarborg-page': gray[0],
    '--waarborg-surface': '#ffffff',
    '--waarborg-line': gray[2],
  },
  dark: {
    '--mantine-color-text': dark[0],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-error': '#ff8f8f',
    '--mantine-color-anchor': teal[3],
    '--waarborg-page': dark[8],
    '--waarborg-surface': dark[7],
    '--waarborg-line': dark[5],
  },
});
