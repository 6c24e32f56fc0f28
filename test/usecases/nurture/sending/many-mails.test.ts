import { beforeEach, describe, expect, it } from 'vitest';
import { plus } from '../../../../shared/domain/time.ts';
import { MailRefused } from '../../../../shared/gateways/nurture/ses-refusal.ts';
import type { Playbook } from '../../../../shared/playbook/playbook.ts';
import { DAY_MS, enrolled, MONDAY, newSending, playbook, type Sending } from '../sending.ts';

let sending: Sending;
beforeEach(async () => {
  sending = await newSending();
});

const tips = playbook.sequences.tips as Playbook['sequences'][string];
const withTips = (more: Partial<typeof tips>): Playbook => ({
  ...playbook,
  sequences: { tips: { ...tips, ...more } },
});

/** Sweeps all shards at eleven on each of these days, under a playbook. */
async function liveThrough(from: number, to: number, current = playbook): Promise<void> {
  for (let day = from; day <= to; day++) {
    sending.now = plus(MONDAY, day * DAY_MS);
    await sending.sweepAll({ playbook: async () => current });
  }
}

const people = (count: number) => Promise.all(Array.from({ length: count }, () => enrolled(sending.table)));
const steps = (email: string) =>
  sending.sent.filter(({ to }) => to[0] === email).map(({ tags }) => tags['ses:feedback-id-b']);

describe('a sequence that goes on after a pause of weeks', () => {
  it('sends everybody at most a mail a week, none twice, and forgets nobody', async () => {
    const all = await people(4);
    const [paper, tip] = tips.steps as [(typeof tips.steps)[number], (typeof tips.steps)[number]];
    const weekly = [1, 2, 3, 4].map((week) => ({ ...tip, id: `tip-${week}`, after: `${week * 7}d` }));
    const days: Record<string, number[]> = {};
    sending.after = ({ to: [email = ''] }) => {
      days[email] = [...(days[email] ?? []), (Date.parse(sending.now) - Date.parse(MONDAY)) / DAY_MS];
    };
    await liveThrough(0, 7, withTips({ steps: [paper, ...weekly] }));
    await liveThrough(8, 34, withTips({ steps: [paper, ...weekly], paused: true }));
    await liveThrough(35, 60, withTips({ steps: [paper, ...weekly] }));
    for (const { email } of all) {
      expect(steps(email)).toEqual(['paper', 'tip-1', 'tip-2', 'tip-3', 'tip-4']);
      expect(days[email]).toEqual([0, 7, 35, 42, 49]);
    }
    expect(sending.jobs.news).toEqual([]);
  });
});

describe('a sequence that is changed while people are in it', () => {
  it('sends nobody a mail twice, whichever steps are added, removed and moved', async () => {
    const all = await people(6);
    await liveThrough(0, 7);
    const [paper, first, second] = tips.steps as [object, object, object] as typeof tips.steps;
    if (!paper || !first || !second) throw new Error('The playbook of these tests changed');
    const late = { ...first, after: '9d' };
    const added = { ...second, id: 'tip-new', after: '21d' };
    await liveThrough(8, 10, withTips({ steps: [paper, second, late] }));
    await liveThrough(11, 12, withTips({ steps: [paper, second] }));
    await liveThrough(13, 40, withTips({ steps: [late, paper, second, added] }));
    for (const { email } of all) expect(steps(email)).toEqual(['paper', 'tip-1', 'tip-2', 'tip-new']);
    expect(sending.jobs.news).toEqual([]);
  });
});

describe('a mail among many that the mail service refuses for good', () => {
  it('holds up no other, and no mail is retried forever', async () => {
    const all = await people(12);
    await liveThrough(0, 6);
    const bad = all[5]?.email ?? '';
    let refusals = 0;
    sending.before = ({ to, tags }) => {
      if (to[0] !== bad || tags['ses:feedback-id-b'] !== 'tip-1') return;
      refusals += 1;
      throw new MailRefused('MessageRejected', 'mail');
    };
    await liveThrough(7, 20);
    for (const { email } of all) {
      expect(steps(email)).toEqual(email === bad ? ['paper', 'tip-2'] : ['paper', 'tip-1', 'tip-2']);
    }
    expect(refusals).toBe(1);
    expect(sending.jobs.news).toEqual([]);
  });
});
