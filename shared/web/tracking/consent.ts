import { forget, keys, read, write } from './storage.ts';

export type Decision = 'granted' | 'denied';

declare global {
  interface Navigator {
    /** Global Privacy Control, the browser's `Sec-GPC`. */
    globalPrivacyControl?: boolean;
  }
}

const KEY = 'consent';

/** What this person decided, or undefined. A browser that sends `Sec-GPC` has decided for them. */
export function decision(): Decision | undefined {
  return navigator.globalPrivacyControl ? 'denied' : (read(KEY) as Decision | undefined);
}

/** Remembers the decision. A refusal takes everything else along that was kept. */
export function decide(made: Decision): void {
  write(KEY, made);
  if (made === 'denied') forgetPerson();
}

/** Removes all that says something about the person, except the decision itself. */
export function forgetPerson(): void {
  for (const key of keys('')) if (key !== KEY) forget(key);
}
