import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type SesEvent, sesEvent } from '../../../shared/contract/ses-events.ts';
import type { Reaction } from '../../../shared/domain/nurture/reaction.ts';
import { periodOf } from '../../../shared/domain/reports/period.ts';
import { DAY_MS, dayOf, plus } from '../../../shared/domain/time.ts';
import { putLead } from '../../../shared/store/identity/leads.ts';
import { putMail } from '../../../shared/store/nurture/mails.ts';
import { addReaction } from '../../../shared/store/nurture/reactions.ts';
import type { Table } from '../../../shared/store/table.ts';
import { unsubscribe } from '../../../shared/usecases/identity/unsubscribe.ts';
import { countReactions } from '../../../shared/usecases/nurture/count-reactions.ts';
import { recordFeedback } from '../../../shared/usecases/nurture/record-feedback.ts';
import { startJobs } from '../../../shared/usecases/playbook/publish-playbook/start-jobs.ts';
import { readMails } from '../../../shared/usecases/reports/read-mails.ts';
import { recordReportMetrics } from '../../../shared/usecases/reports/record-report-metrics.ts';
import { lead, NOW } from '../../domain/builders.ts';
import { mail } from '../../domain/nurture/mails.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { Crash, crashingTable } from '../faulty-table.ts';
import { playbook } from '../playbook.ts';

let table: Table;
let sent: ReturnType<typeof mail>;
let now: string;
beforeEach(async () => {
  table = await memoryTable();
  now = NOW;
  await startJobs(system(), playbook);
  await putLead(table, lead());
  sent = await another();
});

async function another(more: Parameters<typeof mail>[0] = {}) {
  const { sentAt: _, ...unsent } = mail({ locale: 'en', claimedAt: plus(NOW, -60_000), ...more });
  const made = { ...unsent, machineClicks: {} };
  await putMail(table, made);
  return made;
}

const system = (over = table) => ({ table: over, now: () => now, playbook: async () => playbook });
const report = async () => readMails(system(), periodOf(dayOf(now), {}));
const row = async () => (await report()).mails[0];

const events = {
  Send: {},
  Delivery: { delivery: { timestamp: plus(NOW, 2_000) } },
  Hard: { bounce: { timestamp: plus(NOW, 9_000), bounceType: 'Permanent', bounceSubType: 'General' } },
  Soft: { bounce: { timestamp: plus(NOW, 8_000), bounceType: 'Transient', bounceSubType: 'MailboxFull' } },
  Late: { bounce: { timestamp: plus(NOW, 70_000), bounceType: 'Transient', bounceSubType: 'General' } },
  Spam: { complaint: { timestamp: plus(NOW, 50_000), complaintFeedbackType: 'abuse' } },
};
type Event = keyof typeof events;

async function hear(event: Event, id: string, over = table): Promise<void> {
  const eventType = { Hard: 'Bounce', Soft: 'Bounce', Late: 'Bounce', Spam: 'Complaint' }[event as string];
  const about = { timestamp: plus(NOW, 1_000), tags: { mail: [id] } };
  const said = { eventType: eventType ?? event, mail: about, ...events[event] };
  await recordFeedback(system(over), sesEvent.parse(said) as SesEvent);
}

describe('what the mail service reports', () => {
  it('counts once for each mail, whatever repeats, crosses or dies on the way', async () => {
    const told = fc.record({
      event: fc.constantFrom(...(Object.keys(events) as Event[])),
      of: fc.nat({ max: 1 }),
      dies: fc.option(fc.record({ call: fc.nat({ max: 9 }), when: fc.constantFrom('before', 'after') })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 12 }), async (all) => {
        table = await memoryTable();
        await putLead(table, lead());
        const mails = [await another(), await another()];
        for (const { event, of, dies } of all) {
          const id = mails[of]?.id ?? '';
          if (dies !== null)
            await hear(event, id, crashingTable(table, dies.call, dies.when as 'after')).catch(isCrash);
          await hear(event, id);
        }
        const heard = (...names: Event[]) =>
          [0, 1].filter((of) => all.some((one) => one.of === of && names.includes(one.event))).length;
        const counted = await row();
        expect(counted?.sent ?? 0).toBe(heard('Delivery', 'Hard', 'Soft', 'Late', 'Spam'));
        if (counted === undefined) return;
        expect(counted).toMatchObject({
          delivered: heard('Delivery'),
          bounced: { hard: heard('Hard'), soft: heard('Soft', 'Late') },
          complained: heard('Spam'),
        });
      }),
      { numRuns: 60 },
    );
  });

  it('stands on the day on which it happened, also when it is heard of later', async () => {
    await hear('Delivery', sent.id);
    now = plus(NOW, 20 * 3_600_000);
    await hear('Spam', sent.id);
    const day = dayOf(NOW);
    const { mails } = await readMails(system(), { from: day, to: day });
    expect(mails).toMatchObject([{ sent: 1, delivered: 1, complained: 1, language: 'en' }]);
  });

  it('counts on the day it is heard of when its own day is summed up, and nothing twice', async () => {
    await hear('Delivery', sent.id);
    for (const days of [5, 5, 6]) {
      now = plus(NOW, days * DAY_MS);
      await hear('Spam', sent.id);
      await hear('Delivery', sent.id);
    }
    const between = async (from: string, to: string) => {
      const { mails } = await readMails(system(), { from: dayOf(from), to: dayOf(to) });
      return mails.map(({ delivered, complained }) => ({ delivered, complained }));
    };
    expect(await between(NOW, plus(NOW, DAY_MS))).toEqual([{ delivered: 1, complained: 0 }]);
    expect(await between(plus(NOW, 5 * DAY_MS), now)).toEqual([{ delivered: 0, complained: 1 }]);
  });

  it('counts nothing for a mail whose person was erased', async () => {
    await hear('Delivery', 'AAAAAAAAAAAAAAAAAAAAAA');
    expect((await report()).mails).toEqual([]);
  });
});

function isCrash(error: unknown): void {
  if (!(error instanceof Crash)) throw error;
}

describe('what a reader does with a mail', () => {
  const minute = 60_000;
  const react = async (reaction: Reaction) =>
    addReaction(table, sent.id, reaction, plus(reaction.at, 20_000));
  const classify = (at: string) => {
    now = at;
    return countReactions(system(), sent.id);
  };

  it('counts once as opened, once as clicked and once for each link', async () => {
    await react({ kind: 'open', at: plus(NOW, 60 * minute) });
    await react({ kind: 'click', at: plus(NOW, 61 * minute), link: 0 });
    await classify(plus(NOW, 62 * minute));
    await react({ kind: 'click', at: plus(NOW, 63 * minute), link: 0 });
    await react({ kind: 'click', at: plus(NOW, 64 * minute), link: 1 });
    for (const later of [80, 80, 90]) await classify(plus(NOW, later * minute));
    expect(await row()).toMatchObject({
      opened: { people: 1, machines: 0 },
      clicked: { people: 1, machines: 0 },
      links: [
        { target: 'other.example/page', clicked: { people: 1 } },
        { target: 'www.example.com/guides/x', clicked: { people: 1 } },
      ],
    });
  });

  it('is told apart from what machines do, which have the mail open before it can be read', async () => {
    await react({ kind: 'open', at: plus(NOW, 1_000), bot: 'prefetch' });
    await react({ kind: 'click', at: plus(NOW, 2_000), link: 0, bot: 'user-agent' });
    for (const later of [2, 2]) await classify(plus(NOW, later * minute));
    expect(await row()).toMatchObject({
      opened: { people: 0, machines: 1 },
      clicked: { people: 0, machines: 1 },
      links: [{ target: 'www.example.com/guides/x', clicked: { people: 0, machines: 1 } }],
    });
  });

  it('counts once as unsubscribed, also by the link of an older mail', async () => {
    const older = await another({ step: 'whitepaper' });
    await unsubscribe(system(), sent.id, 'one-click');
    now = plus(NOW, minute);
    await unsubscribe(system(), older.id, 'unsubscribe-page');
    await unsubscribe(system(), sent.id, 'unsubscribe-page');
    const { mails } = await report();
    expect(mails.map(({ step, unsubscribed }) => [step, unsubscribed])).toEqual([['tip-1', 1]]);
  });

  it('is an answer to the mail when a hand is raised within a week after a click, and never later', async () => {
    await react({ kind: 'click', at: plus(NOW, 60 * minute), link: 0 });
    await classify(plus(NOW, 62 * minute));
    const raise = async (version: number, raisedAt: string, before = lead({ version })) => {
      now = raisedAt;
      const after = { ...before, version: version + 1, raisedAt, changedAt: raisedAt };
      await recordReportMetrics(system(), before, after);
      await recordReportMetrics(system(), before, after);
    };
    await raise(5, plus(NOW, 7 * DAY_MS));
    expect(await row()).toMatchObject({ raisedHand: 1 });
    await raise(6, plus(NOW, 8 * DAY_MS));
    expect(await row()).toMatchObject({ raisedHand: 1 });
  });
});
