import { handlersOf } from '../../functions/timers/handlers.ts';
import { DUE_SHARDS } from '../../shared/contract/table.ts';
import { plus } from '../../shared/domain/time.ts';
import { readPlaybookFolder } from '../../shared/playbook/files/read-folder.ts';
import { loadPlaybook } from '../../shared/playbook/load-playbook.ts';
import { dueItems, dueShard } from '../../shared/store/due.ts';
import { putEnrolment } from '../../shared/store/nurture/enrolments.ts';
import { sweep } from '../../shared/usecases/jobs/sweep.ts';
import { jobsOf } from '../usecases/job-system.ts';
import { type Database, openDatabase } from './database.ts';
import type { Measurement } from './measurement.ts';
import { type Progress, progress, readerId, withLongSequence } from './readers.ts';

const LEADS = [1_000, 100_000];
const DAY_MS = 86_400_000;
const NOW = '2026-11-23T10:00:00.000Z';

/** What a run costs for a shard with nothing due, however many items are due later. */
export async function measureEmptyRuns(): Promise<Measurement[]> {
  const loaded = loadPlaybook(readPlaybookFolder('shared/playbook'));
  if (!loaded.ok) throw new Error('The shipped playbook has mistakes');
  const content = withLongSequence(loaded.content);
  // Their next mails are spread over the coming week.
  const week = Array.from({ length: 7 }, (_, days) => progress(0, days + 1, NOW, content));
  const database = await openDatabase();
  const measurements: Measurement[] = [];
  let enrolled = 0;
  for (const leads of LEADS) {
    await database.fill(async (table) => {
      for (; enrolled < leads; enrolled++) {
        const { enrolment } = week[enrolled % week.length] as Progress;
        await putEnrolment(table, { ...enrolment, lead: readerId(enrolled), version: 1 } as never);
      }
    });
    measurements.push(await measure(database, leads));
  }
  return measurements;
}

async function measure(database: Database, leads: number): Promise<Measurement> {
  // A sweep that finds nothing calls no handler.
  const handlers = handlersOf({} as Parameters<typeof handlersOf>[0]);
  const jobs = jobsOf(database.table, () => NOW);
  const costs: number[] = [];
  for (let shard = 0; shard < DUE_SHARDS.timers; shard++) {
    const waiting = await dueItems(database.table, dueShard('timers', shard), plus(NOW, 8 * DAY_MS));
    if (waiting.length === 0) throw new Error('Nobody waits in a shard');
    const before = database.readUnits();
    const { done, failed } = await sweep(jobs, { by: 'timers', shard, until: plus(NOW, 60_000) }, handlers);
    if (done + failed > 0) throw new Error('Something was due');
    costs.push(database.readUnits() - before);
  }
  return {
    what: `empty sweep with ${leads.toLocaleString('en')} enrolled leads`,
    value: Math.max(...costs),
    unit: 'read units a shard',
    reach: 0.5,
  };
}
