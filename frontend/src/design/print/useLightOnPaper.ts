import { useEffect } from 'react';

const SCHEME = 'data-mantine-color-scheme';

/** Paper is white: whoever works in the dark prints in the light scheme. */
export function useLightOnPaper(): void {
  useEffect(() => {
    const paper = window.matchMedia('print');
    let before: string | null = null;
    const turn = () => {
      const page = document.documentElement;
      if (paper.matches) {
        before = page.getAttribute(SCHEME);
        page.setAttribute(SCHEME, 'light');
      } else if (before !== null) {
        page.setAttribute(SCHEME, before);
        before = null;
      }
    };
    paper.addEventListener('change', turn);
    return () => {
      paper.removeEventListener('change', turn);
    };
  }, []);
}
