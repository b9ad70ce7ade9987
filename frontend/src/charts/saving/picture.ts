/**
 * A drawn chart as a picture that stands by itself: title above it, white ground, and every colour
 * and font written into the shapes, since the page's style sheets do not go along.
 */

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 24;
const TITLE = 34;

/** What the shapes take from style sheets. */
const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'letter-spacing',
  'text-anchor',
] as const;

/** A bare property such as `fill` means the same in every element; no picture needs the usual ones. */
const USUAL: Partial<Record<(typeof PROPERTIES)[number], string>> = {
  opacity: '1',
  'stroke-dasharray': 'none',
  'letter-spacing': 'normal',
  'paint-order': 'normal',
};

export interface Picture {
  svg: SVGSVGElement;
  width: number;
  height: number;
}

const SCHEME = 'data-mantine-color-scheme';

/**
 * Takes a drawing out as a picture, in light colours whatever the screen has. The page is light while
 * colours are read: within one task, so that nobody sees it.
 */
export function toPicture(drawing: SVGSVGElement, title: string): Picture {
  const page = document.documentElement;
  const scheme = page.getAttribute(SCHEME);
  page.setAttribute(SCHEME, 'light');
  try {
    return taken(drawing, title);
  } finally {
    if (scheme === null) page.removeAttribute(SCHEME);
    else page.setAttribute(SCHEME, scheme);
  }
}

function taken(drawing: SVGSVGElement, title: string): Picture {
  const width = Number(drawing.getAttribute('width'));
  const height = Number(drawing.getAttribute('height'));
  const whole = { width: width + 2 * MARGIN, height: height + TITLE + 2 * MARGIN };
  const font = getComputedStyle(drawing).fontFamily;
  const sheet = document.createElementNS(SVG, 'svg');
  sheet.setAttribute('xmlns', SVG);
  sheet.setAttribute('width', String(whole.width));
  sheet.setAttribute('height', String(whole.height));
  sheet.setAttribute('viewBox', `0 0 ${whole.width} ${whole.height}`);
  sheet.append(
    element('title', {}, title),
    element('rect', { width: '100%', height: '100%', fill: '#ffffff' }),
    element(
      'text',
      {
        x: String(MARGIN),
        y: String(MARGIN + 16),
        fill: '#1b2323',
        'font-family': font,
        'font-size': '17px',
        'font-weight': '650',
      },
      title,
    ),
  );
  const body = element('g', { transform: `translate(${MARGIN} ${MARGIN + TITLE})` });
  for (const child of drawing.children) body.append(copied(child));
  sheet.append(body);
  return { svg: sheet, ...whole };
}

function element(name: string, attributes: Record<string, string>, text?: string): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

/** Attributes that say what is where; the others belong to the page. */
const KEPT =
  /^(x|y|x1|x2|y1|y2|dx|dy|cx|cy|r|rx|ry|d|width|height|transform|id|viewBox|patternUnits)$/;

/** A copy with its look written into it. A link becomes a plain group. */
function copied(source: Element): SVGElement {
  const copy = document.createElementNS(SVG, source.tagName === 'a' ? 'g' : source.tagName);
  for (const { name, value } of source.attributes) {
    if (KEPT.test(name)) copy.setAttribute(name, value);
  }
  const style = getComputedStyle(source);
  for (const property of PROPERTIES) {
    const value = style.getPropertyValue(property);
    // `fill: url("#id")` is right in a style, and not in an attribute of every reader.
    if (value && value !== USUAL[property]) copy.setAttribute(property, value.replaceAll('"', ''));
  }
  for (const child of source.childNodes) {
    if (child instanceof Element) copy.append(copied(child));
    else if (child.nodeType === Node.TEXT_NODE) copy.append(child.textContent ?? '');
  }
  return copy;
}

export const toSvgText = ({ svg }: Picture): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}`;

/** Twice as many dots as pixels: sharp in a report. */
const DENSITY = 2;

/** The picture in dots. */
export async function toPng(picture: Picture): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([toSvgText(picture)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.width * DENSITY;
    canvas.height = picture.height * DENSITY;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('this browser cannot draw');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((made) => {
        if (made) resolve(made);
        else reject(new Error('this browser made no picture'));
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
