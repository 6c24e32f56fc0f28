import { handlersOf } from '../../../functions/timers/handlers.ts';
import type { LeadId, VisitorId } from '../../../shared/domain/identity/ids.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import type { AnyEvent } from '../../../shared/domain/tracking/event.ts';
import { linkVisitor } from '../../../shared/store/identity/links.ts';
import { putMail } from '../../../shared/store/nurture/mails.ts';
import type { Item, Table } from '../../../shared/store/table.ts';
import { putLeadEvent, putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { historyOf } from '../../../shared/store/tracking/history.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { LEAD, NOW, pageView, submission } from '../../domain/builders.ts';
import { mail } from '../../domain/nurture/mails.ts';
import { shippedPlaybook } from '../../web/handover/dossier/example.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { type JobNews, jobsOf } from '../job-system.ts';
import { sweepTimers } from '../sweep-timers.ts';

export const OTHER = 'BBBBBBBBBBBBBBBBBBBBBB' as LeadId;
export const EARLIER = '2026-11-22T11:00:00.000Z';
export const LATER = '2026-11-22T13:00:00.000Z';
export const phone = 'phone' as VisitorId;
export const laptop = 'laptop' as VisitorId;
export const shared = 'shared' as VisitorId;
export const MINUTE = 60_000;

export const at = (moment: Instant) => ({ at: moment, receivedAt: moment });

const playbook = shippedPlaybook();
export const mailOfLife = mail();

/**
 * A lead with two browsers that viewed these pages, three forms and a mail; and a third browser that is another lead's.
 */
export async function lived(table: Table, pages: number): Promise<void> {
  for (let day = 10; day < 10 + pages; day++) {
    const visitor = day % 2 ? phone : laptop;
    await putVisitorEvent(table, pageView(`/guides/${day}`, { visitor }), 9_999_999_999);
  }
  await putVisitorEvent(table, pageView('/', { visitor: shared }), 9_999_999_999);
  await linkVisitor(table, shared, OTHER, { at: NOW, due: NOW });
  await putLeadEvent(table, OTHER, submission('whitepaper', { email: 'bob@example.nl' }));
  for (const visitor of [phone, laptop, shared])
    await putLeadEvent(
      table,
      LEAD,
      submission('whitepaper', { visitor, ...at(EARLIER), values: { phone: '+31 20 123 45 67' } }),
    );
  await putMail(table, mailOfLife);
  await score(table, OTHER, await historyOf(table, OTHER));
  await score(table, LEAD, await historyOf(table, LEAD));
}

export function score(
  table: Table,
  id: LeadId,
  events: AnyEvent[],
  now: Instant = NOW,
): ReturnType<typeof scoreLead> {
  return scoreLead(scoring(table, now), id, events);
}

function scoring(table: Table, now: Instant) {
  return { table, now: () => now, playbook: async () => playbook, newToken: () => 'token', hideBeginnings };
}

/** What `timers` does at a moment. @returns what it reported */
export async function sweepAt(table: Table, now: Instant): Promise<JobNews[]> {
  const jobs = jobsOf(table, () => now);
  await sweepTimers(jobs, handlersOf(scoring(table, now) as Parameters<typeof handlersOf>[0]));
  return jobs.news;
}

/** The sweeps of some minutes, one a minute; what the table refuses them they leave. */
export async function sweepsFrom(table: Table, from: Instant, minutes: number): Promise<JobNews[]> {
  const news: JobNews[] = [];
  for (let minute = 0; minute <= minutes; minute++) {
    news.push(...(await sweepAt(table, plus(from, minute * MINUTE)).catch(() => [])));
  }
  return news;
}

/** The attributes of `LEAD` that say something, and the sort keys of all else about the lead. */
export async function leftOf(table: Table): Promise<{ lead: Item; others: string[] }> {
  const partitions = [`L#${LEAD}`, `V#${phone}`, `V#${laptop}`, `M#${mailOfLife.id}`];
  const items = (await Promise.all(partitions.map((pk) => itemsOf(table, pk)))).flat();
  const isLead = ({ SK }: Item) => SK?.S === 'LEAD';
  const { PK, SK, mark, version, ...lead } = items.find(isLead) ?? {};
  return { lead, others: items.filter((item) => !isLead(item)).map((item) => item.SK?.S ?? '') };
}

/** All that may be left of a person who was erased. */
export const onlyErased = (erasedAt: Instant) => ({ lead: { erasedAt: { S: erasedAt } }, others: [] });

export async function keysOf(table: Table, pk: string): Promise<string[]> {
  return (await itemsOf(table, pk)).map(({ SK }) => SK?.S ?? '');
}

export async function itemsOf(table: Table, pk: string): Promise<Item[]> {
  const { Items = [] } = await table.call('Query', {
    TableName: table.name,
    ConsistentRead: true,
    KeyConditionExpression: 'PK = :pk',
    ExpressionAttributeValues: { ':pk': { S: pk } },
  });
  return Items;
}
