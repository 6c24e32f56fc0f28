import { beforeEach, describe, expect, it } from 'vitest';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { EventRules } from '../../../shared/domain/nurture/event/event-rules.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { getLead, putLead } from '../../../shared/store/identity/leads.ts';
import { linkVisitor } from '../../../shared/store/identity/links.ts';
import { getProfile, putProfile } from '../../../shared/store/identity/profiles.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { enrol } from '../../../shared/usecases/nurture/enrol.ts';
import { tracked } from '../../domain/builders.ts';
import { webinar, webinarSteps } from '../../domain/nurture/event/builders.ts';
import { Crash, countingTable } from '../faulty-table.ts';
import { newSending, type Sending, playbook as small, somebody } from './sending.ts';

const START = '2026-11-03T10:00:00.000Z';

let sending: Sending;
let event: EventRules;
let version: number;
beforeEach(async () => {
  sending = await newSending();
  event = webinar;
  version = 1;
});

const playbook = async (): Promise<Playbook> => ({
  ...small,
  version,
  events: { talk: event },
  sequences: {
    talk: {
      ...{ title: { nl: 'Talk', en: 'Talk' }, subject: 'tips', start: { form: 'webinar' }, event: 'talk' },
      ...{ again: 'never', paused: false, steps: webinarSteps },
    },
  },
});
const publish = (change: Partial<EventRules>) => {
  event = { ...event, ...change };
  version += 1;
};

/** Somebody who sent in the form of the webinar. */
async function registrant(at: Instant = START) {
  const who = await somebody(sending.table);
  const profile = await getProfile(sending.table, who.lead);
  if (profile) await putProfile(sending.table, { ...profile, version: 2, forms: { webinar: at } });
  const lead = (await getLead(sending.table, who.lead)) as never as { version: number };
  await putLead(sending.table, { ...lead, version: lead.version + 1, started: { talk: at } } as never);
  sending.now = at;
  return { ...who, of: { lead: who.lead, sequence: 'talk', startedAt: at } };
}

/** The same, with the answer. */
async function registers(at: Instant = START) {
  const who = await registrant(at);
  await begins(who.lead, at);
  return who;
}
const begins = (lead: LeadId, at: Instant, table = sending.table) =>
  enrol(
    {
      ...{ table, now: () => sending.now, playbook },
      sendDueMail: (of) => sending.send(of, { playbook, table }),
    },
    { lead, sequence: 'talk', startedAt: at, playbook: 1 },
  );
const live = (who: Awaited<ReturnType<typeof registers>>, days: number) =>
  sending.live(who.of, days, { playbook });
async function comes(lead: LeadId) {
  const came = tracked('Webinar Attended', { at: '2026-11-17T14:10:00.000Z', props: { webinar: 'talk' } });
  const own = { ...came, visitor: `visitor-${lead.slice(-6)}` as never };
  await putVisitorEvent(sending.table, own, 4_000_000_000);
  await linkVisitor(sending.table, own.visitor, lead, { at: START, due: START });
}
const mail = (step: string) => sending.sent.filter(({ tags }) => tags['ses:feedback-id-b'] === step);
const calendarOf = (step: string) =>
  mail(step).at(-1)?.attachments?.[0]?.content.replaceAll('\r\n ', '') ?? '';

describe('a webinar, from registering to the day after', () => {
  it('is answered with a file for calendars, reminded of the day before, and thanked for', async () => {
    const who = await registers();
    expect(sending.counts()).toEqual({ answer: 1 });
    const [file] = mail('answer')[0]?.attachments ?? [];
    expect(file).toMatchObject({
      filename: 'talk.ics',
      contentType: expect.stringContaining('text/calendar'),
    });
    expect(calendarOf('answer').split('\r\n')).toEqual(
      expect.arrayContaining([
        ...['UID:talk@website.test', 'SEQUENCE:1', 'DTSTART:20261117T140000Z', 'DTEND:20261117T150000Z'],
        ...['SUMMARY:Webinar\\, scoring', 'URL:https://meet.example/scoring', 'TRIGGER:-PT15M'],
      ]),
    );
    await comes(who.lead);
    await live(who, 12);
    expect(sending.counts()).toEqual({ answer: 1 });
    await live(who, 1.5);
    expect(sending.counts()).toEqual({ answer: 1, reminder: 1 });
    await live(who, 10);
    expect(sending.counts()).toEqual({ answer: 1, reminder: 1, thanks: 1 });
  });

  it('is missed by who did not come, and not told of what did not happen', async () => {
    const who = await registers();
    await live(who, 30);
    expect(sending.counts()).toEqual({ answer: 1, reminder: 1, missed: 1 });
  });

  it('sends no reminder to who registers on the day itself', async () => {
    const who = await registers('2026-11-17T09:00:00.000Z');
    await live(who, 10);
    expect(sending.counts()).toEqual({ answer: 1, missed: 1 });
  });

  it('takes its mails along when it is moved, also to an earlier day, and moves the entry in calendars', async () => {
    const who = await registers();
    await live(who, 2);
    publish({ start: '2026-11-11 10:00', end: '2026-11-11 11:00', moved: '2026-11-05 09:00' });
    await live(who, 1);
    expect(sending.counts()).toEqual({ answer: 1, moved: 1 });
    expect(calendarOf('moved')).toMatch(
      /UID:talk@website\.test\r\nSEQUENCE:2\r\n.*DTSTART:20261111T090000Z/s,
    );
    await live(who, 5);
    expect(mail('reminder')).toHaveLength(1);
    publish({ start: '2026-11-25 10:00', end: '2026-11-25 11:00' });
    await live(who, 30);
    expect(sending.counts()).toEqual({ answer: 1, moved: 1, reminder: 1, missed: 1 });
  });

  it('sends one last mail when it is cancelled, which takes it out of calendars', async () => {
    const who = await registers();
    await live(who, 3);
    publish({ cancelled: true });
    await live(who, 30);
    expect(sending.counts()).toEqual({ answer: 1, cancelled: 1 });
    expect(calendarOf('cancelled')).toMatch(/UID:talk@website\.test\r\nSEQUENCE:2\r\n.*STATUS:CANCELLED/s);
    expect(calendarOf('cancelled')).not.toContain('VALARM');
  });

  it('reminds who registered and then unsubscribed, and thanks nobody who did', async () => {
    const who = await registers();
    const lead = (await getLead(sending.table, who.lead)) as never as { version: number };
    await putLead(sending.table, { ...lead, version: lead.version + 1, mail: 'withdrawn' } as never);
    await live(who, 30);
    expect(sending.counts()).toEqual({ answer: 1, reminder: 1 });
  });

  it('sends each mail once, whichever call the process dies at', async () => {
    event = { ...webinar, start: '2026-11-05 15:00', end: '2026-11-05 16:00' };
    const steps = new Map<string, Set<string>>();
    const idsOf = () => {
      for (const { tags } of sending.sent) {
        const step = tags['ses:feedback-id-b'] ?? '';
        steps.set(step, (steps.get(step) ?? new Set()).add(tags.mail ?? ''));
      }
      return Object.fromEntries([...steps].map(([step, ids]) => [step, ids.size]));
    };
    const counting = countingTable(sending.table);
    const first = await registrant();
    await begins(first.lead, START, counting);
    const began = counting.calls;
    await sending.live(first.of, 2, { playbook, table: counting });
    for (let call = 1; call <= counting.calls; call += call < began ? 2 : 5) {
      sending = await newSending();
      steps.clear();
      const who = await registrant();
      const dying = processThatDies(sending.table, call, call % 2 === 0);
      await begins(who.lead, START, dying).catch(() => {});
      sending.now = plus(START, 60_000);
      await begins(who.lead, START);
      await sending.live(who.of, 2, { playbook, table: dying });
      expect([call, idsOf()]).toEqual([call, { answer: 1, reminder: 1 }]);
    }
  });
});

/** A table whose n-th call kills the process, before or after it is carried out; the next sweep is another process. */
function processThatDies(table: Table, call: number, isBefore: boolean): Table {
  let calls = 0;
  let diedAt = '';
  return {
    name: table.name,
    async call(operation, input) {
      calls += 1;
      if (calls === call) diedAt = sending.now;
      if (calls === call && !isBefore) await table.call(operation, input);
      if (diedAt === sending.now) throw new Crash();
      return table.call(operation, input);
    },
  };
}
