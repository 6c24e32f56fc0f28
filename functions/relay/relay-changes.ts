import { type DirectoryChange, isSameRow, rowOf } from '../../shared/domain/identity/directory/row.ts';
import type { LeadImage } from '../../shared/domain/identity/lead.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { Bus } from '../../shared/gateways/webhooks/bus.ts';
import { logChanges } from '../../shared/store/identity/directory/log.ts';
import { leadEntity } from '../../shared/store/identity/lead-entity.ts';
import { enrolmentEntity } from '../../shared/store/nurture/enrolments.ts';
import type { Item } from '../../shared/store/table.ts';
import { listStalled } from '../../shared/usecases/handover/list-stalled.ts';
import { countEnrolment } from '../../shared/usecases/reports/count-enrolment.ts';
import type { ReportSystem } from '../../shared/usecases/reports/read-framework.ts';
import { recordReportMetrics } from '../../shared/usecases/reports/record-report-metrics.ts';
import { domainEventsOfChange } from './domain-events-of-change.ts';

/** A change of a lead's record or of an enrolment, with its images as the stream gives them. */
export interface Change {
  record: string;
  /** When it was written, to the second. */
  at: Instant;
  before?: Item;
  after?: Item;
}

/** Leads whose changes are relayed at once. */
const CONCURRENCY = 20;

interface RelaySystem extends ReportSystem {
  bus: Bus;
}

/** A record that failed, with the reason. */
interface Failure {
  record: string;
  reason: unknown;
}

/** What became of the changes of a lead: its last row if lists show it otherwise now, with the record that changed it first. */
interface Relayed {
  listed?: { record: string; row: DirectoryChange };
  failure?: Failure;
}

/**
 * Publishes what changed about leads, then updates the report counters, the list of stalled leads and, once for all of
 * them, the directory. The bus comes first: sales waits for it. Enrolments are only counted. No lead waits for another;
 * the changes of one are published in order.
 * @returns the first record of each lead that failed. Those of the same lead after it are left alone.
 */
export async function relayChanges(system: RelaySystem, changes: readonly Change[]): Promise<Failure[]> {
  const waiting = [...Map.groupBy(changes, leadOf).values()];
  const relayed: Relayed[] = [];
  const work = async () => {
    for (let ofLead = waiting.shift(); ofLead !== undefined; ofLead = waiting.shift()) {
      relayed.push(await relayInOrder(system, ofLead));
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  const listed = relayed.flatMap((one) => one.listed ?? []);
  const failures = relayed.flatMap(({ failure }) => failure ?? []);
  try {
    await logChanges(
      system.table,
      system.now,
      listed.map(({ row }) => row),
    );
  } catch (reason) {
    failures.push(...listed.map(({ record }) => ({ record, reason })));
  }
  return failures;
}

function leadOf({ before, after }: Change): string | undefined {
  return (after ?? before)?.PK?.S;
}

async function relayInOrder(system: RelaySystem, changes: readonly Change[]): Promise<Relayed> {
  const relayed: Relayed = {};
  for (const change of changes) {
    const { record } = change;
    try {
      if (enrolmentEntity.matchItem(change.after ?? change.before ?? {})) {
        await relayEnrolment(system, change);
        continue;
      }
      const row = await relayLead(system, change);
      if (row) relayed.listed = { record: relayed.listed?.record ?? record, row };
    } catch (reason) {
      return { ...relayed, failure: { record, reason } };
    }
  }
  return relayed;
}

function changedRow(before: LeadImage, after: LeadImage): DirectoryChange | undefined {
  if (after === undefined) return undefined;
  const row = rowOf(after);
  return before !== undefined && isSameRow(rowOf(before), row) ? undefined : row;
}

/** @returns its row; undefined when lists show it as before */
async function relayLead(
  { bus, ...system }: RelaySystem,
  images: Change,
): Promise<DirectoryChange | undefined> {
  const before = images.before && leadEntity.valueOf(images.before);
  const after = images.after && leadEntity.valueOf(images.after);
  const events = domainEventsOfChange(before, after);
  if (events.length > 0) await bus.put(events);
  await recordReportMetrics(system, before, after);
  await listStalled(system.table, before, after);
  return changedRow(before, after);
}

async function relayEnrolment(system: RelaySystem, { at, ...images }: Change): Promise<void> {
  const before = images.before && enrolmentEntity.valueOf(images.before);
  const after = images.after && enrolmentEntity.valueOf(images.after);
  await countEnrolment(system, at, before, after);
}
