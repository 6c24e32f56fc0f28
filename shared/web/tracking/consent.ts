import { forget, keys, read, write } from './storage.ts';

export type Decision = 'granted' | 'denied';

declare global {
  interface Navigator {
    /** Global Privacy Control, the browser's `Sec-GPC`. */
    globalPrivacyControl?: boolean;
  }
}

const KEY = 'consent';

/** The decision of this visitor, undefined before there is one. `Sec-GPC` counts as a refusal. */
export function decision(): Decision | undefined {
  return navigator.globalPrivacyControl ? 'denied' : (read(KEY) as Decision | undefined);
}

/** Stores the decision. A refusal deletes everything else that was stored. */
export function decide(made: Decision): void {
  write(KEY, made);
  if (made === 'denied') forgetPerson();
}

/** Deletes everything about the person except the decision itself. */
export function forgetPerson(): void {
  for (const key of keys('')) if (key !== KEY) forget(key);
}
