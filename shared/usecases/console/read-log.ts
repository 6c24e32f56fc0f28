import type { LogEntry, LogKind } from '../../domain/console/log.ts';
import { assertMay, type Viewer } from '../../domain/console/viewer.ts';
import { type Day, dayOf, plus, plusDays } from '../../domain/time.ts';
import { instantAt } from '../../domain/time-zone.ts';
import { LOG_DAYS, type LogPage, type LogSearch, logPage } from '../../store/console/log.ts';
import { type LogSystem, recordLog } from './record-log.ts';

/** What an admin looks for in the log. */
export interface LogQuestion {
  /** A part of who did it. */
  who?: string;
  kind?: LogKind;
  /** The id of a lead, or whatever else it is about. */
  about?: string;
  day?: Day;
}

const PAGE = 50;
/** An answer of Lambda has at most 6 MB. */
const MOST_IN_FILE = 20_000;
const AT_ONCE = 1_000;
const PLACE = /^\d{4}-\d\d-\d\dT[\d:.]{12}Z#[\w-]{12}$/;

/**
 * A page of the log, newest first.
 * @param zone whose days they are
 * @param after where the page before ended; anything else means the first page
 * @throws NotAllowed
 */
export function readLog(
  system: LogSystem,
  viewer: Viewer,
  question: LogQuestion,
  { zone, after }: { zone: string; after?: string | undefined },
): Promise<LogPage> {
  assertMay(viewer, 'read-log');
  const search = searchOf(system, question, zone);
  const isPlace = after !== undefined && PLACE.test(after) && after >= search.from && after < search.before;
  return logPage(system.table, search, { limit: PAGE, after: isPlace ? after : undefined });
}

/** The newest entries of the log for a file, 20,000 at most. @throws NotAllowed */
export async function exportLog(
  system: LogSystem,
  viewer: Viewer,
  question: LogQuestion,
  zone: string,
): Promise<LogEntry[]> {
  assertMay(viewer, 'read-log');
  await recordLog(
    system,
    { who: viewer.email },
    { kind: 'log-exported', detail: Object.keys(question).join(' ') },
  );
  const search = searchOf(system, question, zone);
  const entries: LogEntry[] = [];
  for (let page: LogPage = { entries: [], next: '' }; page.next !== undefined; ) {
    page = await logPage(system.table, search, { limit: AT_ONCE, after: page.next || undefined });
    entries.push(...page.entries);
    if (entries.length >= MOST_IN_FILE) break;
  }
  return entries.slice(0, MOST_IN_FILE);
}

function searchOf({ now }: LogSystem, { day, ...search }: LogQuestion, zone: string): LogSearch {
  if (day !== undefined) {
    const midnight = (of: Day) => instantAt({ day: of, ms: 0 }, zone);
    return { ...search, from: midnight(day), before: midnight(plusDays(day, 1)) };
  }
  return { ...search, from: `${plusDays(dayOf(now()), -LOG_DAYS)}T00:00:00.000Z`, before: plus(now(), 1) };
}
