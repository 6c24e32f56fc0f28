import { describe, expect, it } from 'vitest';
import { playbookFolder } from '../folder.ts';

const { load, mistakesWith } = playbookFolder();

const scoring = (...rules: string[]) =>
  `windowDays: 30\ncap: 100\nbands: { newsletter: 0, guides: 20, ads: 60, call: 80 }\nrules:\n${rules.map((rule) => `  - { ${rule} }\n`).join('')}`;
const mistakes = (...rules: string[]) => mistakesWith('scoring.yaml', scoring(...rules)).join('\n');

describe('a rule that takes points off, or counts besides the others', () => {
  it('may stand anywhere: what covers it takes nothing from it', () => {
    expect(
      mistakes(
        'name: Careers, on: page, paths: [/careers], points: -10',
        'name: Page, on: page, points: 1',
        'name: Came back, on: page, onDays: 3, points: 5',
        'name: Many pages, on: page, atLeast: 10, points: 5',
        'name: Prices, on: page, paths: [/pricing], seconds: 60, points: 5',
        'name: Left, on: unsubscribe, points: -10',
        'name: Student, on: fit, is: bad, because: [studentDomains, excludedDomains], points: -40',
        'name: Bad fit, on: fit, is: bad, points: -5',
      ),
    ).toBe('');
  });

  it.each([
    [
      'name: A, on: page, points: 0',
      'points: 0 is not right; points are above 0, or below 0 to take points off',
    ],
    ['name: A, on: page, points: -101', '-101 is not right; it has to be a whole number from -100 to 100'],
    ['name: A, on: fit, is: bad, points: 5', '5 is not right; it has to be a whole number from -100 to -1'],
    ['name: A, on: unsubscribe, points: 5', '5 is not right; it has to be a whole number from -100 to -1'],
    ['name: A, on: unsubscribe, points: -5, atLeast: 2', 'atLeast: there is no such setting'],
    [
      'name: A, on: page, points: 1, atLeast: 1',
      'atLeast: 1 is not right; it has to be a whole number from 2 to 50',
    ],
    [
      'name: A, on: page, points: 1, seconds: 2',
      '2 is not right; it has to be a whole number from 5 to 1800',
    ],
    ['name: A, on: form, points: 1, seconds: 60', 'seconds: there is no such setting'],
    [
      'name: A, on: page, points: 1, onDays: 2, atLeast: 2',
      'onDays: a rule counts times or days, and this one',
    ],
    [
      'name: A, on: page, points: 1, onDays: 32',
      '32 days never count together, as points expire after 30; make it',
    ],
    ['name: A, on: fit, points: -1', 'is: is missing'],
    [
      'name: A, on: fit, is: bad, because: [studentDomain], points: -1',
      'because[0]: fit.yaml has no setting or criterion "studentDomain"; did you mean "studentDomains"?',
    ],
  ])('is reported when it is wrong: %s', (rule, words) => {
    expect(mistakes(rule)).toContain(words);
  });

  it('never counts below one that takes the same fit first', () => {
    const bad = 'on: fit, is: bad, points: -5';
    expect(mistakes(`name: A, ${bad}`, `name: B, ${bad}`)).toContain('rules[1]: this rule never counts');
    expect(mistakes(`name: A, ${bad}, because: [employees]`, `name: B, ${bad}`)).toBe('');
  });

  it('is warned of when fit.yaml says nothing of its reason', () => {
    const rule = 'name: A, on: fit, is: bad, because: [countries], points: -1';
    expect(mistakes(rule)).toBe('');
    const loaded = load();
    expect(loaded.ok && loaded.warnings).toMatchObject([
      { problem: { en: 'this never holds, because fit.yaml says nothing of countries' } },
    ]);
  });
});

describe('scores beside the total', () => {
  const page = (more: string) => `name: Page, on: page, points: 3${more}`;
  const withScores = (scores: string, ...rules: string[]) =>
    mistakesWith('scoring.yaml', `${scoring(...rules)}scores:\n  ${scores}\n`).join('\n');
  const crm = 'crm: { name: CRM, threshold: 40, to: [bram] }';

  it('have rules that count for them, and people of the team', () => {
    expect(withScores(crm, page(', for: [crm]'))).toBe('');
  });

  it.each([
    [crm, page(''), 'scores.crm: no rule gives points for this score; write for: [crm] in the rules'],
    [
      crm,
      page(', for: [crmm]'),
      'rules[0].for[0]: there is no score "crmm" under scores; did you mean "crm"?',
    ],
    [
      'crm: { name: A, threshold: 101 }',
      page(', for: [crm]'),
      'crm.threshold: nobody gets 101 points; make it',
    ],
    [
      'crm: { name: A, threshold: 1, to: [brm] }',
      page(', for: [crm]'),
      'nobody in the team is called "brm"; did you mean "bram"?',
    ],
    ['CRM: { name: A, threshold: 1 }', page(', for: [CRM]'), 'CRM: this name cannot be used; use at most 20'],
    [
      '{ a: { name: A, threshold: 1 }, b: { name: A, threshold: 1 } }',
      page(', for: [a, b]'),
      'scores.b.name: "a" has this name too',
    ],
    [
      `{ ${[...'abcdefg'].map((name) => `${name}: { name: ${name}, threshold: 1 }`).join(', ')} }`,
      page(', for: [a, b, c, d, e, f, g]'),
      'scores.g: there are more than 6 scores',
    ],
  ])('are reported when nothing comes of them: %s', (scores, rule, words) => {
    expect(withScores(scores, rule)).toContain(words);
  });
});
