import { mondayOf } from '../../domain/reports/period.ts';
import {
  CUMULATIVE,
  DIMENSIONS,
  type Dimension,
  keepLargest,
  mergeTotals,
  OPEN_ENDED,
  type TotalsByName,
} from '../../domain/reports/totals.ts';
import { type Day, dayOf, type Instant, plus, plusDays } from '../../domain/time.ts';
import { countsOfDay } from '../../store/reports/report-counters.ts';
import {
  getReportSchedule,
  putReportSchedule,
  type ReportSchedule,
} from '../../store/reports/report-schedule.ts';
import { putSum, sumsBetween } from '../../store/reports/report-sums.ts';
import type { Table } from '../../store/table.ts';

interface RollUpSystem {
  table: Table;
  now: () => Instant;
}

/** A day is summed when nothing more can come of it: the stream keeps a change for 24 hours. */
const OPEN_DAYS = 2;
/** Of campaigns and criteria a day or week keeps so many; the others are one. */
const NAMES = 40;
/** A sum of all days keeps more: what begins small there has to be found again the next day. */
const LASTING_NAMES = 200;
/** Soon after midnight in UTC: the fewer days are open, the less a report reads. */
const HOUR = '00:10:00.000Z';

/** Orders that what is counted from today on be summed up each night. Once ordered, it stays so. */
export async function orderRollUp({ table, now }: RollUpSystem): Promise<void> {
  await putReportSchedule(table, { version: 1, summed: plusDays(dayOf(now()), -1), due: nextHour(now()) });
}

/**
 * Sums up the days that are over, and the weeks that end with them, in order: all that were missed. Each sum is
 * counted anew from what it is made of, so it may be stopped anywhere and be done again.
 */
export async function rollUp({ table, now }: RollUpSystem, isTimeUp: () => boolean): Promise<void> {
  let order = await getReportSchedule(table);
  if (order === undefined || order.due > now()) return;
  const today = dayOf(now());
  for (let day = plusDays(order.summed, 1); day <= plusDays(today, -OPEN_DAYS); day = plusDays(day, 1)) {
    if (isTimeUp()) return;
    await sumDay(table, day);
    if (plusDays(mondayOf(day), 6) === day) await sumWeek(table, mondayOf(day));
    const next: ReportSchedule = { ...order, version: order.version + 1, summed: day };
    if ((await putReportSchedule(table, next)) === 'conflict') return;
    order = next;
  }
  const due = nextHour(now());
  await putReportSchedule(table, { ...order, version: order.version + 1, due });
}

function nextHour(now: Instant): Instant {
  const today = `${dayOf(now)}T${HOUR}`;
  return now < today ? today : plus(today, 24 * 3_600_000);
}

/** Some are summed from the first day on: the leads in a cell are all that ever came, less those that left. */
async function sumDay(table: Table, day: Day): Promise<void> {
  const counted = await countsOfDay(table, day, { isConsistent: true });
  const before = plusDays(day, -1);
  for (const kind of DIMENSIONS) {
    const where = { span: 'day', kind, from: before, to: before } as const;
    const yesterday = CUMULATIVE.includes(kind)
      ? await sumsBetween(table, where, { isConsistent: true })
      : [];
    const tallies = mergeTotals(kind, [...yesterday.map((sum) => sum.tallies), counted[kind]]);
    await putSum(table, { span: 'day', kind, from: day, tallies: inBounds(kind, tallies) });
  }
}

async function sumWeek(table: Table, monday: Day): Promise<void> {
  for (const kind of DIMENSIONS.filter((one) => !CUMULATIVE.includes(one))) {
    const where = { span: 'day', kind, from: monday, to: plusDays(monday, 6) } as const;
    const days = await sumsBetween(table, where, { isConsistent: true });
    const tallies = mergeTotals(
      kind,
      days.map((day) => day.tallies),
    );
    await putSum(table, { span: 'week', kind, from: monday, tallies: inBounds(kind, tallies) });
  }
}

function inBounds(kind: Dimension, tallies: TotalsByName): TotalsByName {
  if (!OPEN_ENDED.includes(kind)) return tallies;
  return keepLargest(kind, tallies, CUMULATIVE.includes(kind) ? LASTING_NAMES : NAMES);
}
