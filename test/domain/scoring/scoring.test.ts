import { describe, expect, it } from 'vitest';
import { scoringSchema } from '../../../shared/domain/scoring/scoring.ts';
import { messagesOf } from '../messages.ts';
import { rules } from './rules.ts';

const rule = { name: 'page', on: 'page', points: 1 };
const isRight = (more: object) => scoringSchema.safeParse({ ...rules, ...more }).success;
const messageOf = (more: object) => messagesOf(scoringSchema.safeParse({ ...rules, ...more }));
const samePage = { languages: ['nl'], indexFiles: ['index'], endings: ['html'], ignoreCase: true };

describe('the points system', () => {
  it.each([
    { ...rule, points: 100, paths: ['/', '/guides/*', '/a-b/c_d'] },
    { name: 'f', on: 'form', points: 2, forms: ['whitepaper'] },
    { name: 'x'.repeat(40), on: 'open', points: 1 },
    { name: 'click', on: 'click', points: 2 },
    { name: 'step', on: 'track', points: 2, event: 'Demo', oncePer: 'step' },
  ])('keeps the rule %j', (own) => {
    expect(scoringSchema.parse({ ...rules, rules: [own] }).rules).toEqual([own]);
  });

  it.each([
    { ...rule, points: 0 },
    { ...rule, points: 101 },
    { ...rule, points: 1.5 },
    { ...rule, name: '' },
    { ...rule, name: 'x'.repeat(41) },
    { ...rule, on: 'visit' },
    { ...rule, path: '/' },
    { ...rule, paths: [] },
    { ...rule, on: 'form', forms: [] },
    { ...rule, on: 'form', paths: ['/'] },
    { ...rule, on: 'open', forms: ['a'] },
    { ...rule, on: 'click', forms: ['a'] },
    { ...rule, on: 'track' },
    { ...rule, on: 'track', event: '' },
    { ...rule, on: 'track', event: 'a', oncePer: '' },
    { on: 'open', points: 1 },
    { on: 'click', points: 1 },
    { name: 'click', on: 'click' },
  ])('has no rule %j', (wrong) => {
    expect(isRight({ rules: [wrong] })).toBe(false);
  });

  it.each(['pricing', 'https://x.nl/pricing', '/a b', '/*/a', '/a*b', ''])('has no path %j', (path) => {
    expect(messageOf({ rules: [{ ...rule, paths: [path] }] })).toEqual([
      'A path starts with / and may end in *, such as /guides/*',
    ]);
  });

  it.each<[string, string[], string[]]>([
    ['languages', ['nl', 'fry'], ['n', 'nl-be', 'NL', 'fryx', '1nl']],
    ['indexFiles', ['index', 'default-2_a'], ['index.html', 'Index', '', '/index']],
    ['endings', ['html', 'php5'], ['.html', 'HTML', '', 'a/b']],
  ])('takes plain words as %s that show the same page', (name, right, wrong) => {
    expect(
      scoringSchema.parse({ ...rules, samePage: { ...samePage, [name]: right } }).samePage,
    ).toMatchObject({
      [name]: right,
    });
    const words = wrong.map((word) => messageOf({ samePage: { ...samePage, [name]: [word] } })?.[0]);
    expect(words).toEqual(wrong.map(() => expect.stringMatching(/such as (nl|index|html)$/)));
  });

  it.each([
    { windowDays: 1, cap: 1 },
    { windowDays: 365, cap: 1_000 },
    { bands: { newsletter: 0, guides: 1, ads: 1, call: 1 } },
  ])('may have %j', (more) => {
    expect(isRight(more)).toBe(true);
  });

  it.each([
    { windowDays: 0 },
    { windowDays: 366 },
    { windowDays: 1.5 },
    { cap: 0 },
    { cap: 1_001 },
    { cap: 1.5 },
    { rules: [] },
    { bands: { newsletter: 1, guides: 20, ads: 60, call: 80 } },
    { bands: { newsletter: 0, guides: 0, ads: 60, call: 80 } },
    { bands: { newsletter: 0, guides: 20, ads: 0, call: 80 } },
    { bands: { newsletter: 0, guides: 20, ads: 60, call: 0 } },
    { bands: { ...rules.bands, cold: 1 } },
    { samePage: { ...samePage, ignoreCase: 'yes' } },
    { samePage: { ...samePage, slashes: true } },
    { threshold: 80 },
  ])('has no %j', (wrong) => {
    expect(isRight(wrong)).toBe(false);
  });
});
