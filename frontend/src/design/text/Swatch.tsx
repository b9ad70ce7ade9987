import classes from './Swatch.module.css';

/** A dab of a colour. Decorative: its code or name stands beside it. */
export function Swatch({ colour }: { colour: string }) {
  return <span aria-hidden className={classes.swatch} style={{ background: colour }} />;
}
