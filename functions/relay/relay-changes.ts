import type { Instant } from '../../shared/domain/time.ts';
import type { Bus } from '../../shared/gateways/webhooks/bus.ts';
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

/**
 * Publishes what changed about leads, then updates the report counters and the list of stalled leads. The bus comes
 * first: sales waits for it. Enrolments are only counted. No lead waits for another; the changes of one are published in order.
 * @returns the first record of each lead that failed. Those of the same lead after it are left alone.
 */
export async function relayChanges(system: RelaySystem, changes: readonly Change[]): Promise<Failure[]> {
  const waiting = [...Map.groupBy(changes, leadOf).values()];
  const failures: Failure[] = [];
  const work = async () => {
    for (let ofLead = waiting.shift(); ofLead !== undefined; ofLead = waiting.shift()) {
      const failure = await relayInOrder(system, ofLead);
      if (failure) failures.push(failure);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return failures;
}

function leadOf({ before, after }: Change): string | undefined {
  return (after ?? before)?.PK?.S;
}

async function relayInOrder(system: RelaySystem, changes: readonly Change[]): Promise<Failure | undefined> {
  for (const change of changes) {
    try {
      const image = change.after ?? change.before ?? {};
      await (enrolmentEntity.matchItem(image) ? relayEnrolment(system, change) : relayLead(system, change));
    } catch (reason) {
      return { record: change.record, reason };
    }
  }
  return undefined;
}

async function relayLead({ bus, ...system }: RelaySystem, images: Change): Promise<void> {
  const before = images.before && leadEntity.valueOf(images.before);
  const after = images.after && leadEntity.valueOf(images.after);
  const events = domainEventsOfChange(before, after);
  if (events.length > 0) await bus.put(events);
  await recordReportMetrics(system, before, after);
  await listStalled(system.table, before, after);
}

async function relayEnrolment(system: RelaySystem, { at, ...images }: Change): Promise<void> {
  const before = images.before && enrolmentEntity.valueOf(images.before);
  const after = images.after && enrolmentEntity.valueOf(images.after);
  await countEnrolment(system, at, before, after);
}
