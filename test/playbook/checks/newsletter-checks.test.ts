import { describe, expect, it } from 'vitest';
import { toLine } from '../../../shared/playbook/mistake.ts';
import { playbookFolder } from '../folder.ts';

const { change, load, mistakesAfter } = playbookFolder();
const LAST = 'mail: newsletter-returned, on: 2027-01-26, bands: [newsletter, guides, ads]';
const issue = (more: string) => `mail: newsletter-returned, on: 2027-01-26${more}`;

describe('an issue, or a mail that is sent once', () => {
  it('can have an audience, a time of day and a subject of its own', () => {
    const audience =
      'fit: [good], stage: [lead, customer], scoreFrom: 20, subject: [tips], knows: [company], doesNotKnow: [phone], requested: [whitepaper], notVisited: [/whitepaper], form: [demo], campaign: [spring]';
    change('newsletter.yaml', LAST, issue(`, at: "14:00", subject: tips, audience: { ${audience} }`));
    expect(load()).toMatchObject({ ok: true, warnings: [] });
    change('newsletter.yaml', /, at: "14:00", subject: tips, audience.*\}/, ' }');
    expect(load()).toMatchObject({ ok: true, warnings: [] });
  });

  it.each([
    [', at: "18:30"', /at: no mail is sent at 18:30; choose a time from 09:00 to 17:00/],
    [', at: 14', /at: "?14"? is not right; a time of day is HH:MM/],
    [', subject: product-news', /subject: there is no subject "product-news" in mailing\.yaml/],
    [', subject: newsletter', /subject: an issue of the newsletter has this subject by itself; leave/],
    [', bands: [ads], audience: { bands: [ads] }', /audience\.bands: the bands are named twice/],
    [
      ', audience: { stage: [mql] }',
      /audience\.stage\[0\]: "mql" is not right; it can be name, lead, customer/,
    ],
    [', audience: { knows: [compny] }', /audience\.knows\[0\]: there is no field "compny" .* "company"/],
    [', audience: { form: [demos] }', /audience\.form\[0\]: there is no form "demos" .* "demo"/],
    [', audience: { requested: [demos] }', /audience\.requested\[0\]: there is no form "demos"/],
    [', audience: { subject: [tip] }', /audience\.subject\[0\]: there is no subject "tip" .* "tips"/],
    [', audience: { visited: [pricing] }', /audience\.visited\[0\]: "pricing" is not a page/],
    [
      ', audience: { scoreFrom: 9, scoreBelow: 9 }',
      /audience\.scoreBelow: no score is at least 9 and below 9/,
    ],
    [
      ', audience: { knows: [phone, company], doesNotKnow: [company] }',
      /audience\.doesNotKnow\[0\]: "company" is also under knows, so nobody gets it/,
    ],
    [', audience: { industry: [a] }', /audience\.industry: there is no such setting/],
  ])('is not: %s', (more, expected) => {
    expect(mistakesAfter('newsletter.yaml', LAST, issue(more))).toEqual([expect.stringMatching(expected)]);
  });

  it('is warned about when no form asks permission for its subject', () => {
    change('newsletter.yaml', LAST, issue(', subject: product'));
    const loaded = load();
    expect(loaded.ok && loaded.warnings.map(toLine)).toEqual([
      expect.stringMatching(/subject: no form asks permission for "product"/),
    ]);
  });
});
