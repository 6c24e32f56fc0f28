import type { Mail } from '../nurture/mailing.ts';
import type { MailMetric, ReportedMetric } from './mail-metrics.ts';
import { linkName, mailName } from './mail-names.ts';
import type { Increment } from './totals.ts';

/** What happened to a mail, with what tells it from all else that is counted. */
export interface MailFact {
  key: string;
  increments: Increment[];
}

/** Something that a mail counts for once. */
export function mailFact(mail: Mail, metric: MailMetric): MailFact {
  return { key: `${mail.id} ${metric}`, increments: [incrementOf(mail, metric)] };
}

/** That a mail was sent, with the first that SES reported of it. */
export function sentFact(mail: Mail, metric: ReportedMetric): MailFact {
  return { key: `${mail.id} sent`, increments: [incrementOf(mail, 'sent'), incrementOf(mail, metric)] };
}

function incrementOf(mail: Mail, metric: MailMetric): Increment {
  return { dimension: 'mail', of: mailName(mail), metric, by: 1 };
}

/** A click on a link of a mail, which each of its links counts for once. Nothing for a link that no person sees. */
export function linkFact(mail: Mail, link: number, metric: 'clicked' | 'clickedByMachine'): MailFact {
  const of = link === mail.hidden ? undefined : linkName(mail, link);
  return {
    key: `${mail.id} ${metric} ${link}`,
    increments: of === undefined ? [] : [{ dimension: 'link', of, metric, by: 1 }],
  };
}

/** A person who unsubscribed by a mail: once, also when older mails of the person are used for it again. */
export function unsubscribeFact(mail: Mail, at: string): MailFact {
  return { ...mailFact(mail, 'unsubscribed'), key: `${mail.lead} unsubscribed ${at}` };
}
