import type { RescoreOrder } from '../../contract/rescore.ts';
import { STAGE_SHARDS } from '../../contract/table.ts';
import { STAGES } from '../../domain/identity/lead.ts';
import type { Instant } from '../../domain/time.ts';
import type { RescoreQueue } from '../../gateways/rescore-queue.ts';
import type { CompiledPlaybook } from '../../playbook/compile-playbook.ts';
import { putMailTemplates } from '../../store/nurture/mail-templates.ts';
import {
  getPublishedPlaybook,
  type PublishedPlaybook,
  publishedVersion,
  putCurrentPlaybook,
  putPublishedVersion,
} from '../../store/playbook/playbooks.ts';
import type { Table } from '../../store/table.ts';
import { scheduleOffers } from '../handover/offer-stalled.ts';
import { planIssues } from '../nurture/plan-issues.ts';
import { scheduleRollUp } from '../reports/roll-up.ts';

export interface PublishSystem {
  table: Table;
  now: () => Instant;
  orders: Pick<RescoreQueue, 'sendAll'>;
}

type Draft = Omit<PublishedPlaybook, 'version'>;

/**
 * Functions keep a playbook for a minute, so a lead may still be scored by the old one after the first orders
 * passed it by: they are given a second time when no function can know the old one any more.
 */
const AFTER_CACHES_SECONDS = 90;

/**
 * Makes this the current playbook under a number of its own, and orders all leads to be scored by it.
 * The mails are there before the version that names them is current, and issues of the newsletter wait for their
 * day, the figures for their night, and stalled leads for the day on which sales is offered some. The same playbook
 * again gets no new number. It may be stopped between any two steps and be done again: the orders are given each time,
 * and change nothing for a lead that was scored by this version already.
 * @returns the number of the version.
 */
export async function publishPlaybook(system: PublishSystem, playbook: CompiledPlaybook): Promise<number> {
  const { hash, content, templates } = playbook;
  const version = await store(system, { hash, content, publishedAt: system.now() }, templates);
  await planIssues(system, content);
  await scheduleRollUp(system);
  await scheduleOffers(system, content);
  const orders = ordersFor(version);
  await system.orders.sendAll(orders);
  // With the first version there is nobody who was scored by an older one.
  if (version > 1) await system.orders.sendAll(orders, AFTER_CACHES_SECONDS);
  return version;
}

/** Whoever loses the race for `CURRENT` starts again from what the winner left. */
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

/** The draft under the first number from `first` on that is free, or that a stopped attempt gave to the same content. */
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
