import type { Instant } from '../../../domain/time.ts';
import { ABOUT_DIRECTORY, FOLD_DIRECTORY } from '../../../store/identity/directory/segments.ts';
import type { Table } from '../../../store/table.ts';
import { bringForward } from '../../jobs/bring-forward.ts';

/** The least that is worth a look at how long the log is. */
const MANY = 500;

/** Counts changes of rows, and brings the job forward that folds the log of them after every five hundred. */
export function foldSoon(table: Table, now: () => Instant): (changes: number) => Promise<void> {
  return bringForward(table, now, { ...FOLD_DIRECTORY, about: ABOUT_DIRECTORY, many: MANY });
}
