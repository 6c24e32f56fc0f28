import { assertMay, may, type Viewer } from '../../domain/console/viewer.ts';
import type { FailedJob, FailedPlace } from '../../domain/jobs/failed-job.ts';
import type { JobKindName } from '../../domain/jobs/job-kinds.ts';
import { plus } from '../../domain/time.ts';
import type { Due } from '../../store/due.ts';
import { isErasure } from '../../store/identity/erasure.ts';
import { leadEntity } from '../../store/identity/lead-entity.ts';
import { linkEntity } from '../../store/identity/links.ts';
import { deadJob, dropJob, jobEntity, oldestDeadJobs, reviveJob } from '../../store/jobs/jobs.ts';
import { leadOfKey } from '../../store/keys.ts';
import { mailEntity } from '../../store/nurture/mails.ts';
import { type LogSystem, recordLog } from '../console/record-log.ts';

const EACH = 10;

/**
 * What was given up, longest ago first: ten of each shard at most. Sales, who does not see all leads, sees none of it.
 * Half a read unit for each shard.
 */
export async function listFailedJobs({ table, now }: LogSystem, viewer: Viewer): Promise<FailedJob[]> {
  if (!may(viewer, 'see-all-leads')) return [];
  return (await oldestDeadJobs(table, plus(now(), 1), EACH)).map(failedJob);
}

/**
 * Tries again what was given up, or drops it; an erasure is never dropped.
 * @returns `gone` when somebody was first, or there was none
 * @throws NotAllowed
 */
export async function handleFailedJob(
  system: LogSystem,
  viewer: Viewer,
  { partition, place }: FailedPlace,
  order: 'again' | 'drop',
): Promise<'done' | 'gone' | 'must-be-done'> {
  assertMay(viewer, 'handle-failures');
  const { table, now } = system;
  const dead = await deadJob(table, partition, place);
  if (dead === undefined) return 'gone';
  const { kind, lead, mustBeDone } = failedJob(dead);
  if (order === 'drop' && mustBeDone) return 'must-be-done';
  const deed = order === 'again' ? 'job-retried' : 'job-dropped';
  await recordLog(system, { who: viewer.email }, { kind: deed, detail: kind, ...(lead && { about: lead }) });
  if (order === 'again') await reviveJob(table, dead, now());
  else await dropJob(table, dead, now());
  return 'done';
}

function failedJob(due: Due): FailedJob {
  const { partition, place, since, tries, failure, PK } = due;
  return {
    ...{ kind: kindOf(due), partition, place, since, tries, failure, mustBeDone: isErasure(due) },
    ...(PK.startsWith('L#') && { lead: leadOfKey(PK) }),
  };
}

/** What is due in an item of another kind is a job of the kind that reads such items. */
function kindOf(due: Due): JobKindName {
  const own = jobEntity.match(due);
  if (own) return own.kind as JobKindName;
  if (isErasure(due)) return 'erase';
  if (leadEntity.match(due)) return 'lead';
  if (linkEntity.match(due)) return 'link';
  if (mailEntity.match(due)) return 'reactions';
  return due.partition.includes('enrol') ? 'requested-mail' : 'marketing-mail';
}
