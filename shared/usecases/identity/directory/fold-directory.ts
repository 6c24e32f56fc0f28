import {
  applyChanges,
  type Directory,
  emptyDirectory,
} from '../../../domain/identity/directory/directory.ts';
import { type DirectoryChange, type Minute, minuteOf } from '../../../domain/identity/directory/row.ts';
import { DAY_MS, type Instant, plus } from '../../../domain/time.ts';
import { changesSince, KEPT_DAYS, LATE_MS } from '../../../store/identity/directory/log.ts';
import {
  beginFold,
  currentSegments,
  endFold,
  putSegments,
  readSegments,
  type Segments,
} from '../../../store/identity/directory/segments.ts';
import type { Table } from '../../../store/table.ts';
import type { JobProgress } from '../../jobs/perform-job.ts';
import { type Building, buildDirectory } from './build-directory.ts';

/** What the job knows of itself between its runs. */
export interface DirectoryJob {
  /** How far the directory is made from the leads. */
  building?: Building;
  /** Whether it is made once more: functions of an older version may have logged nothing during the first time. */
  isAgain?: true;
}

interface FoldSystem {
  table: Table;
  now: () => Instant;
}

/** The log is folded when it has so many changes, or a tenth of what the directory has. */
const FEW = 500;
const SHARE = 0.1;
/** However few there are, they are folded long before the log forgets them. */
const OLDEST_MS = 30 * DAY_MS;
const KEPT_MS = KEPT_DAYS * DAY_MS;
const LOOK_MS = 7 * DAY_MS;
/** Changes of a lead that was erased may come late, but not that late: a stream keeps a change for a day. */
const ERASED_MS = 60 * DAY_MS;
const AGAIN_MS = 5 * 60_000;

/**
 * Folds the log of changes into the segments of the directory when it has grown, and makes the directory from all leads
 * when there is none. What is read points to the old segments until the new ones are complete, so a fold may stop
 * anywhere and run again.
 */
export async function foldDirectory(
  system: FoldSystem,
  { building, isAgain }: DirectoryJob,
  isTimeUp: () => boolean,
): Promise<JobProgress> {
  const { table, now } = system;
  const current = await currentSegments(table);
  const isForgotten = current !== undefined && current.until < plus(now(), -KEPT_MS);
  if (current !== undefined && !isForgotten && !building && !isAgain) {
    await foldLog(system, current);
    return { again: plus(now(), LOOK_MS), data: {} };
  }
  const left = await buildDirectory(system, building, isTimeUp);
  if (left) return { again: now(), data: { building: left, ...(isAgain && { isAgain }) } };
  if (isAgain) return { again: plus(now(), LOOK_MS), data: {} };
  return { again: plus(now(), AGAIN_MS), data: { isAgain: true } };
}

async function foldLog({ table, now }: FoldSystem, current: Segments): Promise<void> {
  const at = now();
  const until = plus(at, -LATE_MS);
  const isOld = current.until < plus(at, -OLDEST_MS);
  const changes = await changesSince(table, current.until, { isConsistent: true });
  if (changes.length < Math.max(FEW, current.rows * SHARE) && !isOld) return;
  const { fold, slot } = await beginFold(table);
  if (changes.length === 0) return void (await endFold(table, fold, { ...current, until }));
  const segments = await readSegments(table, current, { isConsistent: true });
  // Another fold has become current meanwhile.
  if (segments === undefined) return;
  const directory = emptyDirectory();
  for (const rows of [...segments, changes]) applyChanges(directory, rows);
  const rows = everythingIn(directory, minuteOf(plus(at, -ERASED_MS)));
  const count = await putSegments(table, { fold, slot, from: 0 }, rows);
  await endFold(table, fold, { fold, slot, count, rows: rows.length, until });
}

/** The rows by their last activity, newest first, then who was erased since a moment. */
function everythingIn({ rows, erased }: Directory, since: Minute): DirectoryChange[] {
  const living = [...rows.values()].sort((a, b) => b.activeAt - a.activeAt);
  return [...living, ...[...erased.values()].filter(({ erasedAt }) => erasedAt >= since)];
}
