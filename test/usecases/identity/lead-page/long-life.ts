import type { LeadId, VisitorId } from '../../../../shared/domain/identity/ids.ts';
import { plus } from '../../../../shared/domain/time.ts';
import { putAction } from '../../../../shared/store/handover/actions.ts';
import { linkVisitor } from '../../../../shared/store/identity/links.ts';
import { putMail } from '../../../../shared/store/nurture/mails.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { putLeadEvent, putVisitorEvent } from '../../../../shared/store/tracking/events.ts';
import { scoreLead } from '../../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { NOW, pageView, reaction, submission, tracked } from '../../../domain/builders.ts';
import { mail } from '../../../domain/nurture/mails.ts';
import { someLead } from '../../../store/new-table.ts';
import { shippedPlaybook } from '../../../web/handover/dossier/example.ts';
import { hideBeginnings } from '../../hide-beginnings.ts';

const AT_ONCE = 50;
const HOUR_MS = 3_600_000;
const at = (hoursAgo: number) => {
  const moment = plus(NOW, -hoursAgo * HOUR_MS);
  return { at: moment, receivedAt: moment };
};

/** What use cases need to read and score leads at `NOW`. */
export function systemAt(table: Table, now = NOW) {
  const playbook = async () => shippedPlaybook();
  return { table, now: () => now, playbook, newToken: () => 'token', hideBeginnings, country: 'NL' };
}

/**
 * A lead that asked twice to be called, was handed over, called three times and mailed, with so many page views in two
 * browsers over the last eighty days, the newest an hour ago.
 */
export async function longLife(table: Table, views: number): Promise<LeadId> {
  const id = someLead();
  const [phone, laptop] = [`phone-${id}`, `laptop-${id}`] as [VisitorId, VisitorId];
  for (const visitor of [phone, laptop]) await linkVisitor(table, visitor, id, { at: NOW, due: NOW });
  const contact = (message: string, hoursAgo: number) =>
    submission('contact', {
      ...{ ...at(hoursAgo), handRaise: true, visitor: phone, email: 'ann@example-works.nl' },
      values: { name: 'Ann de Vries', message, phone: '+31 20 123 45 67', company: 'Example Works' },
    });
  const forms = [
    contact('What does it cost for ten people?', 30 * 24),
    contact('Can you call me on Tuesday?', 20 * 24),
  ];
  const sent = mail({ lead: id, heading: 'Ask one thing less' });
  await putMail(table, sent);
  const own = [...forms, reaction('open', sent.id, at(3)), reaction('click', sent.id, { ...at(2), link: 0 })];
  for (const event of own) await putLeadEvent(table, id, event);
  const visits = Array.from({ length: views }, (_, n) => {
    const visitor = n % 2 ? laptop : phone;
    const hoursAgo = 1 + (n / views) * 80 * 24;
    const title = 'How to ask one thing less in a form';
    const referrer = 'https://www.example-search.com/';
    if (n % 50 === 49)
      return tracked('Demo Step Completed', { ...at(hoursAgo), visitor, props: { step: 'import' } });
    return pageView(`/guides/chapter-${n % 12}`, { ...at(hoursAgo), visitor, title, referrer });
  });
  for (let n = 0; n < visits.length; n += AT_ONCE) {
    const some = visits.slice(n, n + AT_ONCE);
    await Promise.all(some.map((event) => putVisitorEvent(table, event, 9_999_999_999)));
  }
  await scoreLead(systemAt(table), id, [...own, ...visits]);
  for (let number = 1; number <= 3; number++) {
    const call = { action: 'call', outcome: 'not-reached', note: 'Voicemail' } as const;
    await putAction(table, id, { ...call, number, by: 'anna', at: at(10 - number).at });
  }
  return id;
}
