import type { RescoreOrder } from '../../../contract/rescore.ts';
import { STAGE_SHARDS } from '../../../contract/table.ts';
import { STAGES } from '../../../domain/identity/lead.ts';
import type { Instant } from '../../../domain/time.ts';
import type { RescoreQueue } from '../../../gateways/scoring/rescore-queue.ts';
import type { CompiledPlaybook } from '../../../playbook/compile-playbook.ts';
import { putMailTemplates } from '../../../store/nurture/mail-templates.ts';
import {
  getPublishedPlaybook,
  type PublishedPlaybook,
  publishedVersion,
  putCurrentPlaybook,
  putPublishedVersion,
} from '../../../store/playbook/playbooks.ts';
import type { Table } from '../../../store/table.ts';
import { scheduleIssues, scheduleOffers, scheduleRollUp } from './schedules.ts';

export interface PublishSystem {
  table: Table;
  now: () => Instant;
  orders: Pick<RescoreQueue, 'sendAll'>;
}

type Draft = Omit<PublishedPlaybook, 'version'>;

/**
 * Functions cache a playbook for a minute, so a lead may be scored by the old one after the first orders: they are
 * repeated when no cache can hold the old one any more.
 */
const AFTER_CACHES_SECONDS = 90;

/**
 * Stores the playbook as a new version, makes it current and orders all leads to be rescored. Also schedules the
 * newsletter issues, the nightly roll-up and the weekly offers of stalled leads. The same playbook keeps its number.
 * It may stop between any two steps and be repeated: orders do nothing for a lead already scored by this version.
 * @returns the version's number
 */
export async function publishPlaybook(system: PublishSystem, playbook: CompiledPlaybook): Promise<number> {
  const { hash, content, templates } = playbook;
  const version = await store(system, { hash, content, publishedAt: system.now() }, templates);
  await scheduleIssues(system, content);
  await scheduleRollUp(system);
  await scheduleOffers(system, content.agreement);
  const orders = ordersFor(version);
  await system.orders.sendAll(orders);
  // Before the first version no lead was scored.
  if (version > 1) await system.orders.sendAll(orders, AFTER_CACHES_SECONDS);
  return version;
}

/** If another deployment wins the race for `CURRENT`, starts again from its version. */
async function store(
  { table }: PublishSystem,
  draft: Draft,
  templates: CompiledPlaybook['templates'],
): Promise<number> {
  for (;;) {
    const current = await getPublishedPlaybook(table);
    if (current?.hash === draft.hash) return current.version;
    const published = await numbered(table, draft, (current?.version ?? 0) + 1);
    await putMailTemplates(table, published.version, templates);
    const written = await putCurrentPlaybook(table, published, current?.version);
    if (written === 'written') return published.version;
  }
}

/** The draft under the first free number from `first`, or the number a stopped attempt gave to the same content. */
async function numbered(table: Table, draft: Draft, first: number): Promise<PublishedPlaybook> {
  for (let version = first; ; version++) {
    const published = { ...draft, version };
    if ((await putPublishedVersion(table, published)) === 'written') return published;
    const taken = await publishedVersion(table, version);
    if (taken?.hash === draft.hash) return taken;
  }
}

function ordersFor(playbook: number): RescoreOrder[] {
  const shards = Array.from({ length: STAGE_SHARDS }, (_, shard) => shard);
  return STAGES.flatMap((stage) => shards.map((shard) => ({ playbook, stage, shard })));
}
