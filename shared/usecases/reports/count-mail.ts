import type { Mail } from '../../domain/nurture/mailing.ts';
import {
  linkFact,
  type MailFact,
  mailFact,
  sentFact,
  unsubscribeFact,
} from '../../domain/reports/increments-of-mail.ts';
import type { ReportedMetric } from '../../domain/reports/mail-metrics.ts';
import type { Instant } from '../../domain/time.ts';
import type { ReportSystem } from './read-framework.ts';
import { incrementsCounted, storeIncrements } from './store-increments.ts';

/*
 * Each is called with a mail as it is after what happened was stored on it: the times there never change, so repeating
 * a call counts nothing twice.
 */

/**
 * Counts what SES reported of a mail, and with the first of it that the mail was sent: SES says of each mail what became
 * of it. One write unit for nearly all mails; a bounce after a delivery takes a read and a write more.
 */
export async function countReported(system: ReportSystem, mail: Mail, metric: ReportedMetric): Promise<void> {
  const { sentAt, [`${metric}At` as const]: at } = mail;
  if (sentAt === undefined || at === undefined) return;
  const sent = sentFact(mail, metric);
  const first = { key: sent.key, at: sentAt, lead: mail.lead };
  if ((await storeIncrements(system, first, sent.increments)) === 'written') return;
  const counted = await incrementsCounted(system, first);
  if (!counted.some((one) => one.metric === metric)) await store(system, mail, at, mailFact(mail, metric));
}

/** Counts that a person opened a mail, or clicked on a link of it. */
export async function countReaction(system: ReportSystem, mail: Mail, of: 'open' | number): Promise<void> {
  if (of === 'open') return store(system, mail, mail.openedAt, mailFact(mail, 'opened'));
  await store(system, mail, mail.clickedAt, mailFact(mail, 'clicked'));
  await store(system, mail, mail.clicks[of], linkFact(mail, of, 'clicked'));
}

/** The same of a machine. */
export async function countMachine(system: ReportSystem, mail: Mail, of: 'open' | number): Promise<void> {
  if (of === 'open') return store(system, mail, mail.machineOpenedAt, mailFact(mail, 'openedByMachine'));
  await store(system, mail, mail.machineClickedAt, mailFact(mail, 'clickedByMachine'));
  await store(system, mail, mail.machineClicks?.[of], linkFact(mail, of, 'clickedByMachine'));
}

/** Counts that its reader unsubscribed by a mail. */
export function countUnsubscribed(system: ReportSystem, mail: Mail, at: Instant): Promise<void> {
  return store(system, mail, at, unsubscribeFact(mail, at));
}

async function store(
  system: ReportSystem,
  { lead }: Mail,
  at: Instant | undefined,
  { key, increments }: MailFact,
): Promise<void> {
  if (at !== undefined) await storeIncrements(system, { key, at, lead }, increments);
}
