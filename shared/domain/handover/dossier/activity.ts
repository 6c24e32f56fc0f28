import type { Localised } from '../../language.ts';
import type { Instant } from '../../time.ts';

/**
 * Something a lead did, grouped for sales: a page read three times is one activity with `times` 3, and `at` the last
 * time. It asked for something by a form (a whitepaper, the newsletter), read a page, opened or clicked a mail, or did
 * something on the website, in the product or in another system.
 */
export type Activity = {
  at: Instant;
  times: number;
} /** `unproven`: without the solution of a challenge that forms have. */ & (
  | { kind: 'asked'; form: string; title?: Localised; unproven?: true }
  /** `seconds`: how long it stayed, the longest time. */
  | { kind: 'read'; path: string; title?: string; seconds?: number }
  | { kind: 'mailed'; mail: string; opened: boolean; clicks: number }
  | { kind: 'did'; name: string; details: string[] }
);
