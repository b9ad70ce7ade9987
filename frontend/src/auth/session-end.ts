/**
 * A page that knows why the session is about to end says so itself, instead of the sign-in page coming
 * out of nowhere.
 */
let told: (() => void) | null = null;

/** Has a page told of the end of the session; gives back how to stop that. */
export function expectSessionEnd(tell: () => void): () => void {
  told = tell;
  return () => {
    if (told === tell) told = null;
  };
}

/** Tells the page that expects it, if one does: then it leads to sign-in itself. */
export function tellSessionEnd(): boolean {
  told?.();
  return told !== null;
}
