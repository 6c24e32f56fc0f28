import * as z from 'zod/mini';
import type { LeadId } from '../../domain/identity/ids.ts';
import { languages } from '../../domain/language.ts';
import type { DeliveryOutcome, Mail } from '../../domain/nurture/mailing.ts';
import { parseReactions, type Reaction } from '../../domain/nurture/reaction.ts';
import type { ReportedMetric } from '../../domain/reports/mail-metrics.ts';
import type { Instant } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { queryUpTo } from '../query.ts';
import { leadId, optional, schemaOf, text, texts } from '../schema.ts';
import type { ReadOptions, Table } from '../table.ts';

/** A mail and what happened to it, oldest first. */
export interface MailWithReactions {
  mail: Mail;
  reactions: Reaction[];
  /** When its reactions are classified next. */
  due?: Instant;
}

const mail = () =>
  schemaOf<Mail>()(
    z.looseObject({
      id: text,
      lead: leadId,
      sequence: text,
      step: text,
      template: optional(text),
      test: optional(z.looseObject({ test: text, variant: text, counts: z.boolean() })),
      subject: text,
      heading: text,
      kind: z.enum(['marketing', 'requested']),
      locale: optional(z.enum(languages)),
      tracked: z.boolean(),
      links: z.array(text),
      hidden: optional(z.number()),
      playbook: z.number(),
      asks: optional(text),
      doubted: optional(z.literal(true)),
      claimedAt: text,
      sentAt: optional(text),
      fate: optional(z.enum(['delivered', 'bounced', 'complained', 'rejected'])),
      deliveredAt: optional(text),
      hardBouncedAt: optional(text),
      softBouncedAt: optional(text),
      refusedAt: optional(text),
      complainedAt: optional(text),
      openedAt: optional(text),
      clickedAt: optional(text),
      clicks: texts,
      machineOpenedAt: optional(text),
      machineClickedAt: optional(text),
      machineClicks: optional(texts),
    }),
  );

/** A mail that was sent, or claimed for sending. */
export const mailEntity = new Entity({
  kind: 'mail',
  key: 'M#{mail} / MAIL',
  holds: () =>
    schemaOf<MailWithReactions>()(
      z.object({ mail: mail(), reactions: z.custom<Reaction[]>(), due: optional(text) }),
    ),
  pack: ({ mail: { id: _, ...attributes } }) => attributes,
  unpack: ({ reactions = [], due, ...attributes }, { mail: id }) => ({
    mail: { id, heading: '', ...attributes },
    reactions: parseReactions(reactions),
    ...(due !== undefined && { due }),
  }),
  written: 'freely',
  byDue: () => undefined,
  lives: 'until the lead is erased',
  largest: { bytes: 60_000, why: 'at most 100 reactions; the playbook has the links' },
});

/** The id of a lead's mail, so that erasing the lead finds all its mails. */
export const mailOfLeadEntity = new Entity({
  kind: 'mail of a lead',
  key: 'L#{lead} / M#{mail}',
  holds: () => z.object({ at: text, test: optional(text) }),
  written: 'freely',
  lives: 'until the lead is erased',
  largest: { bytes: 100, why: 'nothing comes from outside' },
});

/** A mail by the id in its links; undefined when there is none, or its person was erased. */
export async function getMail(table: Table, id: string, options?: ReadOptions): Promise<Mail | undefined> {
  return (await mailEntity.get(table, { mail: id }, options))?.mail;
}

/**
 * Writes a mail, after its place in the list of the lead's mails. Two write units for a mail with few links. The id is
 * random, so there is no other to write over.
 */
export async function putMail(table: Table, mail: Mail): Promise<void> {
  const test = mail.test?.counts && { test: mail.test.test };
  await mailOfLeadEntity.put(table, { lead: mail.lead, mail: mail.id }, { at: mail.claimedAt, ...test });
  await mailEntity.put(table, { mail: mail.id }, { mail, reactions: [] });
}

/** Removes a mail that was not sent, or whose person is erased. Its links stop working. */
export async function removeMail(table: Table, lead: LeadId, id: string): Promise<void> {
  await mailEntity.remove(table, { mail: id });
  await mailOfLeadEntity.remove(table, { lead, mail: id });
}

/** Of so many mails of a person the newest are shown. */
const MOST_FOUND = 2_000;
const MOST_READ = 200;

/** The ids of the newest mails of a lead, oldest first. Strongly consistent. */
export async function mailsOf(table: Table, lead: LeadId): Promise<string[]> {
  const range = mailOfLeadEntity.range({ lead });
  const only = ['PK', 'SK', 'at'];
  const items = await queryUpTo(table, range, { only, isConsistent: true, limit: MOST_FOUND });
  return items
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(-MOST_READ)
    .flatMap((item) => mailOfLeadEntity.match(item)?.mail ?? []);
}

/** The mails of a lead that count for a test: which, and when they were sent. Half a read unit for some forty mails; eventually consistent. */
export async function testedMailsOf(
  table: Table,
  lead: LeadId,
): Promise<{ mail: string; test: string; at: Instant }[]> {
  const items = await queryUpTo(table, mailOfLeadEntity.range({ lead }), { limit: MOST_FOUND });
  return items.flatMap((item) => {
    const { at, test } = mailOfLeadEntity.read(item);
    const mail = mailOfLeadEntity.match(item)?.mail;
    return mail === undefined || test === undefined ? [] : [{ mail, test, at }];
  });
}

/** Stores when a mail was sent; the first report counts. @returns the mail; undefined when it was removed */
export function markSent(table: Table, id: string, at: Instant): Promise<Mail | undefined> {
  return update(table, id, 'sentAt = if_not_exists(sentAt, :at)', { ':at': at });
}

/**
 * Writes down the outcome of a mail, when it was first reported, and that it was sent. Reports come in any order; a
 * delivery replaces no other.
 * @returns the mail; undefined when it is gone
 */
export function recordDelivery(
  table: Table,
  id: string,
  fate: DeliveryOutcome,
  { at, metric }: { at: Instant; metric: ReportedMetric },
): Promise<Mail | undefined> {
  const outcome = fate === 'delivered' ? 'fate = if_not_exists(fate, :fate)' : 'fate = :fate';
  const times = ['sentAt', `${metric}At`].map((name) => `${name} = if_not_exists(${name}, :at)`);
  return update(table, id, [outcome, ...times].join(', '), { ':fate': fate, ':at': at });
}

async function update(
  table: Table,
  id: string,
  set: string,
  values: Record<string, string>,
): Promise<Mail | undefined> {
  const change = { set, values, onlyIf: 'attribute_exists(PK)' };
  return (await mailEntity.updateAndGet(table, { mail: id }, change))?.mail;
}
