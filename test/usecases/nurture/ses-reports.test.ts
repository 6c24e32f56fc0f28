import { describe, expect, it } from 'vitest';
import { sesEvent } from '../../../shared/contract/ses-events.ts';
import type { Mail } from '../../../shared/domain/nurture/mailing.ts';
import { ANY_OTHER, type SesReport, sesReports } from '../../../shared/domain/nurture/ses-reports.ts';
import { plus } from '../../../shared/domain/time.ts';
import { putLead } from '../../../shared/store/identity/leads.ts';
import { getMailing } from '../../../shared/store/nurture/mailing.ts';
import { getMail, putMail } from '../../../shared/store/nurture/mails.ts';
import { sendingCountsSince } from '../../../shared/store/nurture/sending-state.ts';
import type { Table } from '../../../shared/store/table.ts';
import { leadEvents } from '../../../shared/store/tracking/history.ts';
import { eraseLead, removeEverything } from '../../../shared/usecases/identity/erase-lead.ts';
import { recordFeedback } from '../../../shared/usecases/nurture/record-feedback.ts';
import { LEAD, lead, NOW } from '../../domain/builders.ts';
import { mail as someMail } from '../../domain/nurture/mails.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { countingTable } from '../faulty-table.ts';
import { itemsOf } from '../identity/a-life.ts';
import { jobsOf } from '../job-system.ts';

const AT = plus(NOW, 60_000);
const ADDRESS = 'ann@example.nl';
const { sentAt: _, ...claimed } = someMail({ claimedAt: NOW, doubted: true });
const sent: Mail = claimed;
const about = { timestamp: NOW, destination: [ADDRESS], tags: { mail: [sent.id] } };

async function somebody(mail: Mail = sent): Promise<Table> {
  const table = await memoryTable();
  await putLead(table, lead({ stage: 'lead', mail: 'granted' }));
  await putMail(table, mail);
  return table;
}

const take = (table: Table, event: unknown) =>
  recordFeedback({ table, now: () => plus(AT, 60_000) }, sesEvent.parse(event));

/** What SES sends of a kind; a word that stands for any other is a new one, none at all, or null. */
function eventsOf({ event, type, subType }: Pick<SesReport, 'event' | 'type' | 'subType'>): object[] {
  const words = (word: string | undefined) => (word === ANY_OTHER ? ['New', undefined, null] : [word]);
  const base = { eventType: event === ANY_OTHER ? 'New' : event, mail: about };
  if (event === 'Subscription') {
    const newTopicPreferences = { unsubscribeAll: type === 'unsubscribeAll', topicSubscriptionStatus: [] };
    return [{ ...base, subscription: { timestamp: AT, source: 'x', newTopicPreferences } }];
  }
  return words(type).flatMap((one, n) =>
    words(subType)
      .slice(type === ANY_OTHER ? n : 0, type === ANY_OTHER ? n + 1 : 3)
      .map((other) => ({
        ...base,
        send: {},
        delivery: { timestamp: AT, recipients: [ADDRESS] },
        deliveryDelay: { timestamp: AT, delayType: 'General' },
        bounce: {
          ...{ timestamp: AT, bounceType: one, bounceSubType: other },
          bouncedRecipients: [{ emailAddress: ADDRESS }],
        },
        complaint: {
          ...{ timestamp: AT, complaintFeedbackType: one, complaintSubType: other },
          complainedRecipients: [{ emailAddress: ADDRESS }],
        },
        reject: { reason: 'Bad content' },
        failure: { templateName: 'none', errorMessage: 'none' },
        open: { timestamp: AT },
        click: { timestamp: AT, link: 'https://example.nl' },
      })),
  );
}

/** What a report left behind, in the words of the table. */
async function effectOf(table: Table) {
  const mail = await getMail(table, sent.id);
  const { suppressed, softBounces } = await getMailing(table, LEAD);
  const events = await leadEvents(table, LEAD);
  const { bounces, complaints } = await sendingCountsSince(table, '2026-01-01');
  const isLeft = events.some((event) => event.type === 'mail-consent' && event.to === 'withdrawn');
  const reports = events.flatMap(({ type }) => (type === 'mail-consent' ? [] : [type]));
  return {
    outcome: mail?.fate ?? (mail?.sentAt && 'sent'),
    why: suppressed?.why,
    isLeft,
    softBounces,
    bounces,
    complaints,
    reports,
  };
}

const EVENTS = { delivered: 'delivery', bounced: 'bounce', complained: 'complaint', rejected: 'reject' };
const WHY = { complained: 'complaint', unsubscribed: 'unsubscribed' };

describe.each(sesReports)('$event $type $subType: $says', (row) => {
  const { outcome, person, address, brake } = row.means;

  it('means what the table says, once, however often it is told', async () => {
    for (const event of eventsOf(row)) {
      const table = await somebody();
      await take(table, event);
      await take(table, event);
      const why = person ? WHY[person] : address === 'closed' ? 'hard-bounce' : undefined;
      expect(await effectOf(table)).toEqual({
        outcome,
        why,
        isLeft: why !== undefined,
        softBounces: address === 'doubted' ? 1 : 0,
        bounces: brake === 'bounces' ? 1 : 0,
        complaints: brake === 'complaints' ? 1 : 0,
        reports: outcome && outcome !== 'sent' ? [EVENTS[outcome]] : [],
      });
    }
  });
});

/** A row for each meaning, and a delivery of which nobody doubted. */
const { doubted: _doubted, ...ordinary } = sent;
const kinds = [
  ...[...new Map(sesReports.map((row) => [JSON.stringify(row.means), row])).values()].map((row) => ({
    ...row,
    mail: sent,
  })),
  { event: 'Delivery', type: 'of an ordinary mail', mail: ordinary },
];

describe.each(kinds)('$event $type $subType about a person who is erased', ({ mail, ...row }) => {
  const [event = {}] = eventsOf(row);
  const partitions = [`L#${LEAD}`, `M#${sent.id}`];
  const left = async (table: Table) =>
    (await Promise.all(partitions.map((pk) => itemsOf(table, pk)))).flat().map(({ SK }) => SK?.S);
  const erase = (table: Table) =>
    eraseLead(
      jobsOf(table, () => plus(AT, 30_000)),
      LEAD,
    );
  /** A table that lets something happen after the n-th call, which goes on or dies. */
  const interrupted = (table: Table, call: number, after: () => Promise<void>): Table => {
    let calls = 0;
    return {
      name: table.name,
      async call(operation, input) {
        const output = await table.call(operation, input);
        if (++calls === call) await after();
        return output;
      },
    };
  };

  it('is dropped once that is done', async () => {
    const table = await somebody(mail);
    await erase(table);
    await take(table, event);
    expect(await left(table)).toEqual(['LEAD']);
    expect(await sendingCountsSince(table, '2026-01-01')).toMatchObject({ bounces: 0, complaints: 0 });
  });

  it('leaves nothing when it comes meanwhile, also when the erasure dies then and is finished by a sweep', async () => {
    const counting = countingTable(await somebody(mail));
    await erase(counting);
    for (let call = 2; call <= counting.calls; call++) {
      for (const dies of [false, true]) {
        const table = await somebody(mail);
        const meanwhile = interrupted(table, call, async () => {
          await take(table, event);
          if (dies) throw new Error('died');
        });
        await erase(meanwhile).catch(() => {});
        if (dies) await removeEverything({ table, now: () => NOW }, LEAD);
        expect(await left(table)).toEqual(['LEAD']);
      }
    }
  });

  it.skipIf(mail === ordinary)('leaves nothing when it begins and ends while that is taken in', async () => {
    const counting = countingTable(await somebody(mail));
    await take(counting, event);
    for (let call = 1; call <= counting.calls; call++) {
      const table = await somebody(mail);
      await take(
        interrupted(table, call, async () => void (await erase(table))),
        event,
      );
      expect(await left(table)).toEqual(['LEAD']);
    }
  });
});

describe('a report that is broken', () => {
  const broken: unknown[] = [
    { eventType: 'Bounce' },
    { eventType: 'Bounce', mail: null },
    { eventType: 'Bounce', mail: { timestamp: null, tags: null } },
    { eventType: null, mail: about },
    { mail: about },
    { eventType: 7, mail: about, bounce: [] },
  ];
  it.each(broken)('(%j) changes nothing', async (event) => {
    const table = await somebody();
    await take(table, event);
    expect(await leadEvents(table, LEAD)).toEqual([]);
  });

  it.each(['Delivery', 'Bounce', 'Complaint', 'Subscription', 'Reject'])(
    '(%s without its own part) is taken with care',
    async (eventType) => {
      for (const part of [undefined, null, 'text', [], { timestamp: 'yesterday', bouncedRecipients: 5 }]) {
        const table = await somebody();
        const name = eventType.toLowerCase();
        await take(table, { eventType, mail: about, [name]: part });
        const { why, bounces } = await effectOf(table);
        expect(why).toBe(eventType === 'Complaint' ? 'complaint' : undefined);
        expect(bounces).toBe(0);
      }
    },
  );
});

describe('a bounce that names several addresses, or others', () => {
  const bounced = async (bouncedRecipients: unknown[], destination: unknown = [ADDRESS]) => {
    const table = await somebody();
    const bounce = { timestamp: AT, bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients };
    await take(table, { eventType: 'Bounce', mail: { ...about, destination }, bounce });
    return effectOf(table);
  };

  it('closes the address that is among them, however it is written', async () => {
    for (const emailAddress of ['Ann@Example.NL', 'Ann <ann@example.nl>'])
      expect(await bounced([{ emailAddress: 'bob@other.nl' }, { emailAddress }])).toMatchObject({
        why: 'hard-bounce',
      });
  });

  it('only doubts the address that is not among them: it forwards its mail to a dead one', async () => {
    expect(await bounced([{ emailAddress: 'bob@other.nl' }])).toMatchObject({
      why: undefined,
      softBounces: 1,
      bounces: 0,
    });
  });

  it('closes the address when it names none, or SES does not say where the mail went', async () => {
    expect(await bounced([])).toMatchObject({ why: 'hard-bounce' });
    expect(await bounced([{}])).toMatchObject({ why: 'hard-bounce' });
    expect(await bounced([{ emailAddress: 'bob@other.nl' }], null)).toMatchObject({ why: 'hard-bounce' });
  });
});
