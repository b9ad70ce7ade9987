import { setTimeout as sleep } from 'node:timers/promises';

import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;

/** Steps already used, by secret: the server takes each code once. */
const lastStep = new Map<string, number>();

/** What someone's authenticator app shows; waits for the next code when this one was used. */
export async function freshCode(secret: string): Promise<string> {
  const base32 = secret.replaceAll(' ', '');
  const currentStep = (): number => Math.floor(Date.now() / 1000 / STEP_SECONDS);
  const step = Math.max(currentStep(), (lastStep.get(base32) ?? 0) + 1);
  while (currentStep() < step) await sleep(500);
  lastStep.set(base32, step);
  return codeAt(base32, step);
}

/**
 * The code of half a minute ago, which is still good: so that the next one need not be waited for.
 * Only as the first code of a secret.
 */
export function earlyCode(secret: string): string {
  const base32 = secret.replaceAll(' ', '');
  const step = Math.floor(Date.now() / 1000 / STEP_SECONDS) - 1;
  lastStep.set(base32, step);
  return codeAt(base32, step);
}

/** A code that is certainly not the right one now, just before or just after. */
export function wrongCode(secret: string): string {
  const base32 = secret.replaceAll(' ', '');
  const now = Math.floor(Date.now() / 1000 / STEP_SECONDS);
  const right = [-2, -1, 0, 1, 2].map((offset) => codeAt(base32, now + offset));
  const candidates = ['135790', '246801', '975310', '864209', '112358', '314159'];
  return candidates.find((code) => !right.includes(code)) ?? '271828';
}

function codeAt(base32: string, step: number): string {
  const timestamp = step * STEP_SECONDS * 1000;
  return new TOTP({ secret: Secret.fromBase32(base32) }).generate({ timestamp });
}
