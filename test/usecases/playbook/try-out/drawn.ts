import fc from 'fast-check';
import type { PlaybookContent } from '../../../../shared/playbook/playbook.ts';
import { playbook as small } from '../../playbook.ts';
import type { Life } from './population.ts';

const { version: _, ...content } = small;
const title = { nl: 'Tips', en: 'Tips' };
const step = (id: string, after: string) => ({ id, mail: id, after, kind: 'marketing' as const });

/** The playbook that is live: what a form starts, and an issue in some days. */
export const live: PlaybookContent = {
  ...content,
  // Chance decides which of several mails of one moment the frequency cap lets through.
  mailing: { ...content.mailing, cap: { mails: 20, days: 7 } },
  sequences: {
    tips: {
      ...{ title, subject: 'tips', start: { form: 'whitepaper' }, again: 'never', paused: false },
      steps: [step('tip-1', '7d'), step('tip-2', '14d'), step('tip-3', '28d'), step('tip-4', '42d')],
    },
  },
  newsletter: [{ mail: 'news', on: '2026-11-26', subject: 'tips' }],
};

/** What somebody may have done. */
export const aLife: fc.Arbitrary<Life> = fc.record({
  visits: fc.array(
    fc.record({
      daysAgo: fc.integer({ min: 1, max: 95 }),
      guides: fc.integer({ min: 5, max: 40 }),
      pages: fc.integer({ min: 0, max: 4 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  browsers: fc.integer({ min: 1, max: 2 }),
  steps: fc.integer({ min: 0, max: 3 }),
  clicks: fc.integer({ min: 0, max: 4 }),
  employees: fc.constantFrom('', '3', '50', '50', '50', '2000'),
  domain: fc.constantFrom('company.test', 'company.test', 'gmail.com', 'rival.test'),
  consent: fc.constantFrom('none', 'ticked', 'ticked', 'confirmed', 'confirmed', 'confirmed', 'withdrawn'),
  raisesHand: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
  sales: fc.constantFrom(
    ...([
      'nothing',
      'nothing',
      'accepted',
      'not-ready',
      'other',
      'bad-fit',
      'duplicate',
      'won',
      'lost',
    ] as const),
  ),
  answeredDaysAgo: fc.integer({ min: 1, max: 20 }),
  since: fc.integer({ min: 0, max: 8 }),
  erased: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

type Change = (before: PlaybookContent) => PlaybookContent;
const scoring = (more: (of: PlaybookContent['scoring']) => Partial<PlaybookContent['scoring']>): Change => {
  return (before) => ({ ...before, scoring: { ...before.scoring, ...more(before.scoring) } });
};

const changes: Record<string, fc.Arbitrary<Change>> = {
  points: fc.tuple(fc.nat(), fc.integer({ min: 1, max: 12 })).map(([which, points]) =>
    scoring(({ rules }) => ({
      rules: rules.map((rule, n) => (n === which % rules.length ? { ...rule, points } : rule)),
    })),
  ),
  without: fc
    .nat()
    .map((which) => scoring(({ rules }) => ({ rules: rules.filter((_, n) => n !== which % rules.length) }))),
  negative: fc.integer({ min: 1, max: 30 }).map((off) =>
    scoring(({ rules }) => ({
      rules: [{ name: 'careers', on: 'page', paths: ['/careers/*'], points: -off }, ...rules],
    })),
  ),
  repeated: fc.tuple(fc.integer({ min: 2, max: 6 }), fc.boolean()).map(([from, isDays]) =>
    scoring(({ rules }) => ({
      rules: [
        ...rules,
        { name: 'often', on: 'page', points: 4, ...(isDays ? { onDays: from } : { atLeast: from }) },
      ],
    })),
  ),
  fitPoints: fc.constantFrom('bad', 'unknown').map((is) =>
    scoring(({ rules }) => ({
      rules: [...rules, { name: 'no fit', on: 'fit', is: is as 'bad', points: -15 }],
    })),
  ),
  scores: fc.tuple(fc.integer({ min: 5, max: 60 }), fc.nat()).map(([threshold, which]) =>
    scoring(({ rules }) => ({
      scores: { product: { name: 'Product', threshold } },
      rules: rules.map((rule, n) => (n % 3 === which % 3 ? { ...rule, for: ['product'] } : rule)),
    })),
  ),
  bands: fc.integer({ min: 21, max: 95 }).map((call) =>
    scoring(() => ({
      bands: { newsletter: 0, guides: Math.ceil(call / 4), ads: Math.ceil(call / 2), call },
    })),
  ),
  window: fc.integer({ min: 5, max: 120 }).map((windowDays) => scoring(() => ({ windowDays }))),
  cap: fc.integer({ min: 60, max: 300 }).map((cap) => scoring(() => ({ cap }))),
  employees: fc.integer({ min: 1, max: 60 }).map((badBelow) => (before) => ({
    ...before,
    fit: { ...before.fit, employees: { badBelow, goodFrom: badBelow + 1, goodTo: 3_000 } },
  })),
  freeMail: fc.constant((before) => ({ ...before, fit: { ...before.fit, freeMail: 'unknown' } })),
  rivals: fc.constant((before) => ({ ...before, fit: { ...before.fit, excludedDomains: ['rival.test'] } })),
  newPoints: fc.integer({ min: 1, max: 60 }).map((newPoints) => (before) => {
    const { returns } = before.agreement;
    const changed = {
      ...returns,
      'not-ready': { newPoints, resume: true },
      other: { newPoints, resume: false },
    };
    return { ...before, agreement: { ...before.agreement, returns: changed } };
  }),
  optIn: fc.constant((before) => ({ ...before, mailing: { ...before.mailing, doubleOptIn: false } })),
  pause: fc.constant((before) => {
    const { tips } = before.sequences;
    return tips ? { ...before, sequences: { ...before.sequences, tips: { ...tips, paused: true } } } : before;
  }),
  steps: fc.integer({ min: 1, max: 60 }).map((days) => (before) => {
    const { tips } = before.sequences;
    if (tips === undefined) return before;
    const steps = [...tips.steps.slice(0, 3), step('tip-5', `${days}d`)];
    return { ...before, sequences: { ...before.sequences, tips: { ...tips, steps } } };
  }),
  conditions: fc.constantFrom('guides', 'ads').map((band) => (before) => {
    const { tips } = before.sequences;
    if (tips === undefined) return before;
    const steps = tips.steps.map((one) => ({ ...one, when: { bands: [band as 'ads'] } }));
    return { ...before, sequences: { ...before.sequences, tips: { ...tips, steps } } };
  }),
  dropped: fc.constant((before) => ({ ...before, sequences: {} })),
  risen: fc.constantFrom('guides', 'ads').map((band) => (before) => {
    const risen = {
      ...{ title, subject: 'tips', start: { band: band as 'ads' }, again: 'never' as const, paused: false },
      steps: [step('risen-1', '1d'), step('risen-2', '3d')],
    };
    return { ...before, sequences: { ...before.sequences, risen } };
  }),
  issue: fc.tuple(fc.integer({ min: 23, max: 30 }), fc.boolean()).map(([day, isWarm]) => (before) => {
    const audience = isWarm ? { scoreFrom: 30 } : { fit: ['good' as const, 'unknown' as const] };
    const more = { mail: 'extra', on: `2026-11-${day}`, subject: 'tips', audience };
    return { ...before, newsletter: [...before.newsletter, more] };
  }),
  noIssue: fc.constant((before) => ({ ...before, newsletter: [] })),
};

/** A draft that changes one to three things of the playbook that is live. */
export const aDraft: fc.Arbitrary<PlaybookContent> = fc
  .array(fc.oneof(...Object.values(changes)), { minLength: 1, maxLength: 3 })
  .map((all) => all.reduce((before, change) => change(before), live));
