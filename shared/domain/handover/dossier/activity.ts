import type { Localised } from '../../language.ts';
import type { Instant } from '../../time.ts';

/**
 * Something a lead did, grouped for sales: a page read three times is one activity with `times` 3, and `at` the last
 * time.
 */
export type Activity = {
  at: Instant;
  times: number;
} & /** A form that was submitted: a whitepaper request, a newsletter sign-up. */
(
  | { kind: 'asked'; form: string; title?: Localised }
  | { kind: 'read'; path: string; title?: string }
  /** A mail that was opened or clicked. */
  | { kind: 'mailed'; mail: string; opened: boolean; clicks: number }
  /** An event of the website, the product or another system. */
  | { kind: 'did'; name: string; details: string[] }
);
