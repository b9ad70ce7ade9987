/** What the server asks at least and at most; it alone decides. In characters, as people count them. */
export const MIN_PASSWORD_LENGTH = 12;
/** From here on a password counts as strong: length does more than odd characters. */
const STRONG_PASSWORD_LENGTH = 18;

export type PasswordStrength = 'short' | 'enough' | 'strong';

export interface PasswordMeasure {
  length: number;
  /** 0 to 100, for the meter. */
  share: number;
  strength: PasswordStrength;
}

/** How far a password is, by its length. */
export function measurePassword(password: string): PasswordMeasure {
  const length = Array.from(password).length;
  return {
    length,
    share: Math.min(100, Math.round((length / STRONG_PASSWORD_LENGTH) * 100)),
    strength:
      length < MIN_PASSWORD_LENGTH
        ? 'short'
        : length < STRONG_PASSWORD_LENGTH
          ? 'enough'
          : 'strong',
  };
}
