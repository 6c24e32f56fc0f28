import { beforeEach, describe, expect, it } from 'vitest';
import { jobKinds } from '../../../../shared/domain/jobs/job-kinds.ts';
import type { EnrolmentKey } from '../../../../shared/domain/nurture/enrolment/enrolment.ts';
import { isSendingTime } from '../../../../shared/domain/nurture/pace/sending-times.ts';
import { type Instant, plus } from '../../../../shared/domain/time.ts';
import { MailRefused } from '../../../../shared/gateways/nurture/ses-refusal.ts';
import { getEnrolment } from '../../../../shared/store/nurture/enrolments.ts';
import { addSends, countReport, sendingCountsSince } from '../../../../shared/store/nurture/sending-state.ts';
import { handleDeadJobs } from '../../../../shared/usecases/jobs/dead-jobs.ts';
import type { MailTemplateSource } from '../../../../shared/usecases/nurture/send-due-mail/mail-template-source.ts';
import { mailingRules } from '../../../domain/nurture/mail/mailing-rules.ts';
import { Crash } from '../../faulty-table.ts';
import { DAY_MS, enrolled, MONDAY, newSending, type Sending } from '../sending.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** When the first tip of who began on `MONDAY` is due. */
const TIP_DUE = plus(MONDAY, 7 * DAY_MS);
/** A moment at which no marketing mail is sent. */
const NIGHT = '2026-11-24T01:30:00.000Z';

let sending: Sending;
beforeEach(async () => {
  sending = await newSending();
});

const between = (from: Instant, to: Instant) => Date.parse(to) - Date.parse(from);
const sentAt: Instant[] = [];
beforeEach(() => {
  sentAt.length = 0;
  sending.after = () => void sentAt.push(sending.now);
});
const tries = () => sending.jobs.news.filter(({ news }) => news === 'job-failed').length;
const givenUp = () => sending.jobs.news.filter(({ news }) => news === 'job-given-up');
const dead = (order: 'list' | 'again') => handleDeadJobs(sending.jobs, { dead: order });
const isInSendingHours = (at: Instant) => isSendingTime(at, mailingRules.hours, mailingRules.timeZone);

async function withPaper(): Promise<EnrolmentKey & { email: string }> {
  const ann = await enrolled(sending.table);
  await sending.send(ann);
  sentAt.length = 0;
  sending.now = TIP_DUE;
  return ann;
}

describe.each(['broken', 'missing'] as const)('a mail whose template is %s', (how) => {
  const whole = () => sending.system().templates;
  const without =
    (...mails: string[]): MailTemplateSource =>
    async (version, mail, locale) => {
      const template = await whole()(version, mail, locale);
      if (!mails.includes(mail)) return template;
      return how === 'broken' && template ? { ...template, html: '{% if %}' } : undefined;
    };

  it('is tried less and less often in sending hours, then given up a week after it was due, and listed', async () => {
    const ann = await withPaper();
    const moments: Instant[] = [];
    const templates: MailTemplateSource = (...of) => {
      moments.push(sending.now);
      return without('tip-1')(...of);
    };
    await sending.live(ann, 30, { templates });
    expect(sentAt).toEqual([]);
    const first = moments.slice(1, 6).map((at, n) => between(moments[n] as Instant, at));
    expect(first).toEqual(first.toSorted((a, b) => a - b));
    expect(first.map((pause) => pause >= 5 * MINUTE)).toEqual([false, true, true, true, true]);
    expect(moments.every(isInSendingHours)).toBe(true);
    expect(moments.length).toBeLessThan(25);
    const { patience } = jobKinds['marketing-mail'];
    expect(between(TIP_DUE, moments.at(-1) as Instant)).toBeGreaterThan(patience - DAY_MS);
    expect(between(TIP_DUE, moments.at(-1) as Instant)).toBeLessThan(patience + 3 * DAY_MS);
    expect(givenUp()).toMatchObject([{ about: { kind: 'marketing-mail', since: TIP_DUE } }]);
    expect(await dead('list')).toMatchObject([{ since: TIP_DUE, tries: moments.length }]);
  });

  it('is sent once, and the sequence goes on, when it is mended and a person orders it again', async () => {
    const ann = await withPaper();
    await sending.live(ann, 30, { templates: without('tip-1') });
    await dead('again');
    await sending.live(ann, 30);
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1, 'tip-2': 1 });
    expect(sentAt.every(isInSendingHours)).toBe(true);
    expect(await getEnrolment(sending.table, ann)).toMatchObject({ status: 'done' });
    expect(await dead('list')).toEqual([]);
  });

  it('is given up after two days when somebody waits for it, and is sent when it is ordered again', async () => {
    const ann = await enrolled(sending.table);
    await sending.live(ann, 3, { templates: without('paper') });
    expect(givenUp()).toMatchObject([{ about: { kind: 'requested-mail', since: MONDAY } }]);
    expect(tries()).toBeGreaterThan(50);
    expect(await dead('list')).toHaveLength(1);
    await dead('again');
    await sending.live(ann, 20);
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1, 'tip-2': 1 });
  });

  it('is sent without an order when it is mended before that', async () => {
    const ann = await withPaper();
    await sending.live(ann, 2, { templates: without('tip-1') });
    expect(tries()).toBeGreaterThan(3);
    await sending.live(ann, 1);
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1 });
    expect(sentAt.every(isInSendingHours)).toBe(true);
    expect(await dead('list')).toEqual([]);
  });

  it('holds up no other mail, and takes no turn and no place in the count of the brake', async () => {
    const readers = await Promise.all(Array.from({ length: 12 }, () => enrolled(sending.table)));
    const others = await Promise.all(
      Array.from({ length: 6 }, () => enrolled(sending.table, { profile: { locale: 'nl' } })),
    );
    await sending.sweepAll();
    sending.now = TIP_DUE;
    sending.quota = { ...sending.quota, per24Hours: 100, sent: 85 };
    const templates: MailTemplateSource = (version, mail, locale) =>
      (locale === 'nl' ? whole() : without('tip-1'))(version, mail, locale);
    for (let time = 0; time < 5; time++) {
      // One for each process, as it counts the turns it gave.
      const pace = sending.pace();
      await sending.sweepAll({ templates, pace });
      await pace.recordSends();
      sending.quota = { ...sending.quota, sent: 100 };
    }
    const got = others.filter(({ email }) => sending.counts(email)['tip-1'] === 1);
    expect(got).toHaveLength(5);
    expect(await sendingCountsSince(sending.table, '2026-11-01')).toMatchObject({ sends: 5 });
    for (const { email } of readers) expect(sending.counts(email)).toEqual({ paper: 1 });
  });
});

describe('a mail service that is down', () => {
  const outages = [
    { lasts: 1_000, word: 'a second' },
    { lasts: 5 * MINUTE, word: 'five minutes' },
    { lasts: DAY_MS, word: 'a day' },
  ];
  const ways = ['refuses', 'is silent', 'does not tell the quota'] as const;
  const down = (until: Instant, way: (typeof ways)[number]) => {
    const { quota } = sending;
    Object.defineProperty(sending, 'quota', {
      get() {
        if (way === 'does not tell the quota' && sending.now < until) throw new Error('TimeoutError');
        return quota;
      },
    });
    sending.before = () => {
      if (sending.now >= until) return;
      if (way === 'refuses') throw new MailRefused('InternalFailure', 'busy');
      throw new Error('TimeoutError');
    };
  };

  describe.each(ways)('and %s', (way) => {
    it.each(outages)(
      'for $word gets a requested mail once, at any hour, soon after it ends',
      async ({ lasts }) => {
        sending.now = NIGHT;
        const ann = await enrolled(sending.table, { startedAt: NIGHT });
        const end = plus(NIGHT, lasts);
        down(end, way);
        await sending.send(ann).catch(() => {});
        await sending.live(ann, 3);
        expect(sending.counts()).toEqual({ paper: 1 });
        const late = between(end, sentAt[0] as Instant);
        const longest = way === 'is silent' ? 11 * MINUTE : 2 * MINUTE;
        expect(late).toBeLessThan(lasts === DAY_MS ? 33 * MINUTE : longest);
        expect(givenUp()).toEqual([]);
        sending.now = plus(sending.now, 10 * DAY_MS);
        await sending.live(ann, 20);
        expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1, 'tip-2': 1 });
      },
    );

    it.each(outages)('for $word gets a marketing mail at most once, in sending hours', async ({ lasts }) => {
      const ann = await withPaper();
      down(plus(TIP_DUE, lasts), way);
      await sending.live(ann, 20);
      const tip = way === 'is silent' ? {} : { 'tip-1': 1 };
      expect(sending.counts()).toEqual({ paper: 1, ...tip, 'tip-2': 1 });
      expect(sentAt.every(isInSendingHours)).toBe(true);
      expect(givenUp()).toEqual([]);
    });
  });

  it('for good: what was requested is given up after two days, listed, and sent once when ordered again', async () => {
    const ann = await enrolled(sending.table);
    down(plus(MONDAY, 4 * DAY_MS), 'is silent');
    await sending.live(ann, 4);
    expect(await dead('list')).toMatchObject([{ since: MONDAY, failure: 'mail-fate-unknown' }]);
    await dead('again');
    await sending.live(ann, 20);
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1, 'tip-2': 1 });
  });
});

describe('what kills the process each time it sends a requested mail', () => {
  it('is given up after two days, and tried again when that is ordered', async () => {
    const ann = await enrolled(sending.table);
    let deaths = 0;
    sending.before = () => {
      deaths += 1;
      throw new Crash();
    };
    // Nobody hears of the try of a process that dies: it is not put off.
    for (let why = ''; why !== 'interrupted'; sending.now = plus(sending.now, 5 * MINUTE)) {
      why = await sending.send(ann).catch(({ message }: Error) => message);
      expect(between(MONDAY, sending.now)).toBeLessThan(2 * DAY_MS + HOUR);
    }
    expect(deaths).toBeGreaterThan(100);
    await sending.sweep(ann);
    expect(await dead('list')).toMatchObject([{ failure: 'interrupted' }]);
    sending.before = () => {};
    await dead('again');
    await sending.live(ann, 1);
    expect(sending.counts()).toEqual({ paper: 1 });
  });
});

describe.each(['quota', 'account', 'brake'] as const)('mail that is held back by the %s', (why) => {
  const hold = async (isHeld: boolean) => {
    if (why === 'quota') sending.quota = { ...sending.quota, sent: isHeld ? sending.quota.per24Hours : 0 };
    sending.before = () => {
      if (why === 'account' && isHeld) throw new MailRefused('AccountSendingPausedException', 'account');
    };
    if (why !== 'brake') return;
    const day = sending.now.slice(0, 10);
    await addSends(sending.table, day, isHeld ? 200 : 100_000);
    for (let n = 0; n < 5; n++)
      await countReport(sending.table, { mail: `bounced-${n}-of-some`, at: sending.now }, 'bounces');
  };

  it('for ten days counts no try, and goes out in sending hours soon after it is let go', async () => {
    const ann = await withPaper();
    await hold(true);
    for (let day = 0; day < 5; day++) {
      await sending.live(ann, 2);
      expect(await sending.dueOf(ann)).toMatchObject({ tries: 0 });
      if (why === 'brake') await hold(true);
    }
    expect(sending.counts()).toEqual({ paper: 1 });
    expect([tries(), givenUp()]).toEqual([0, []]);
    const letGo = sending.now;
    await hold(false);
    await sending.live(ann, 4);
    expect(sending.counts()).toMatchObject({ 'tip-1': 1 });
    expect(isInSendingHours(sentAt[0] as Instant)).toBe(true);
    expect(between(letGo, sentAt[0] as Instant)).toBeLessThan(3 * DAY_MS);
    await sending.live(ann, 20);
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1, 'tip-2': 1 });
  });

  it('goes out at any hour within minutes when somebody waits for it', async () => {
    sending.now = NIGHT;
    await hold(true);
    const ann = await enrolled(sending.table, { startedAt: NIGHT });
    if (why !== 'brake') {
      // Longer than its patience; but the other takes the same way.
      await sending.live(ann, why === 'quota' ? 2.2 : 0.2);
      expect(sentAt).toEqual([]);
      expect([tries(), givenUp()]).toEqual([0, []]);
    }
    const letGo = sending.now;
    if (why !== 'brake') await hold(false);
    await sending.live(ann, 1);
    expect(sending.counts()).toEqual({ paper: 1 });
    expect(between(letGo, sentAt[0] as Instant)).toBeLessThan(6 * MINUTE);
  });
});
