import * as z from 'zod/mini';
import type { Day, Instant } from '../../domain/time.ts';
import { dueKeys } from '../due.ts';
import { Entity } from '../entity.ts';
import { schemaOf, text } from '../schema.ts';
import type { ReadOptions, Table, Written } from '../table.ts';

/** When the reports are summed next; once a day. */
export interface ReportSchedule {
  version: number;
  /** The last day that has a sum; at first the day before anything was counted. */
  summed: Day;
  due: Instant;
}

export const reportScheduleEntity = new Entity({
  kind: 'schedule of the reports',
  key: 'REPORT / ORDER',
  holds: () => schemaOf<ReportSchedule>()(z.object({ version: z.number(), summed: text, due: text })),
  written: 'by version',
  byDue: ({ due }) => dueKeys('REPORT', due, 'ORDER'),
  lives: 'for good',
  largest: { bytes: 200, why: 'nothing comes from outside' },
});

/** Writes the schedule over the version it was made from, `schedule.version - 1`; version 1 must be the first. */
export function putReportSchedule(table: Table, schedule: ReportSchedule): Promise<Written> {
  return reportScheduleEntity.put(table, {}, schedule);
}

/** The schedule; undefined when there is none yet. */
export function getReportSchedule(table: Table, options?: ReadOptions): Promise<ReportSchedule | undefined> {
  return reportScheduleEntity.get(table, {}, options);
}
