import { Anchor, Typography } from '@mantine/core';
import { Fragment, type JSX, type ReactNode, createElement, useMemo } from 'react';

import classes from './RichText.module.css';

/** Elements that are shown; headings go a level down, below those of the page. */
const ELEMENTS: Record<string, keyof JSX.IntrinsicElements> = {
  P: 'p',
  STRONG: 'strong',
  EM: 'em',
  U: 'u',
  S: 's',
  UL: 'ul',
  OL: 'ol',
  LI: 'li',
  H2: 'h3',
  H3: 'h4',
  H4: 'h5',
  BLOCKQUOTE: 'blockquote',
  CODE: 'code',
  PRE: 'pre',
};
/** What these hold is no text for people. */
const DROPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'IFRAME', 'OBJECT', 'SVG', 'MATH']);
const SAFE_LINK = /^(https?:|mailto:|tel:|\/(?!\/))/i;

function toNode(node: ChildNode, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element) || DROPPED.has(node.tagName.toUpperCase())) return null;
  const children = [...node.childNodes].map(toNode);
  if (node.tagName === 'BR') return <br key={key} />;
  if (node.tagName === 'A') return toLink(node, children, key);
  if (node.hasAttribute('data-mention')) {
    return (
      <span key={key} className={classes.mention}>
        {node.textContent}
      </span>
    );
  }
  const element = ELEMENTS[node.tagName];
  return element ? (
    createElement(element, { key }, ...children)
  ) : (
    <Fragment key={key}>{children}</Fragment>
  );
}

function toLink(node: Element, children: ReactNode[], key: number): ReactNode {
  const href = node.getAttribute('href')?.trim() ?? '';
  if (!SAFE_LINK.test(href)) return <Fragment key={key}>{children}</Fragment>;
  return (
    <Anchor key={key} href={href} inherit rel="noopener noreferrer">
      {children}
    </Anchor>
  );
}

/**
 * Rich text as React elements. The server cleans the HTML already; here nothing but known elements
 * without attributes is built, so that even HTML that slipped through cannot run or style anything.
 */
export function RichText({ html }: { html: string }) {
  const content = useMemo(() => {
    // A parsed document is inert: it runs no scripts and loads no images.
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    return [...parsed.body.childNodes].map(toNode);
  }, [html]);
  return <Typography className={classes.text}>{content}</Typography>;
}
