import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeFindings } from '../../../shared/playbook/checks/change-checks.ts';
import { toLine } from '../../../shared/playbook/mistake.ts';
import { playbookFolder } from '../folder.ts';

const { change, compile, load, mistakesAfter, path } = playbookFolder();

const SUBJECT = '{ name: question, subject: { nl: Wie eerst?, en: Who first? } }';
const stepTest = (settings: string, variants = SUBJECT) => ({
  before: 'mail: tip-2, after: 14d }',
  after: `mail: tip-2, after: 14d, test: { name: tip-two, measure: opened, ${settings}, variants: [${variants}] } }`,
});
const issueTest = (settings: string, variants = SUBJECT) => ({
  before: 'bands: [newsletter, guides, ads] }',
  after: `bands: [newsletter, guides, ads], test: { name: january, ${settings}, variants: [${variants}] } }`,
});
const inStep = ({ before, after }: { before: string; after: string }) =>
  mistakesAfter('sequences.yaml', before, after);
const inIssue = ({ before, after }: { before: string; after: string }) =>
  mistakesAfter('newsletter.yaml', before, after);
const warnings = () => {
  const loaded = load();
  return loaded.ok ? loaded.warnings.map(toLine) : loaded.mistakes.map(toLine);
};

/** Writes a mail in both languages, as another one with a text replaced. */
function copyMail(from: string, to: string, before: RegExp, after: string): void {
  for (const locale of ['nl', 'en']) {
    const text = readFileSync(join(path(), `mails/${from}.${locale}.md`), 'utf8');
    writeFileSync(join(path(), `mails/${to}.${locale}.md`), text.replace(before, after));
  }
}

describe('a test of a mail', () => {
  it('is part of the playbook, with the certainty and share that it leaves out', () => {
    const { before, after } = stepTest('decide: { recipients: 2200 }');
    change('sequences.yaml', before, after);
    const loaded = load();
    const step = loaded.ok && loaded.content.sequences['whitepaper-tips']?.steps.find(({ test }) => test);
    expect(step).toMatchObject({ id: 'two-questions', test: { share: 1, certainty: 0.95 } });
    expect(warnings()).toEqual([]);
  });

  it('has the name of the company in its subjects', async () => {
    const subject = '{ name: ours, subject: { nl: "Bij {{ ourName }}", en: "At {{ ourName }}" } }';
    const { before, after } = issueTest('share: 0.2, measure: clicked, decide: { after: 4h }', subject);
    change('newsletter.yaml', before, after);
    const compiled = await compile();
    const [first] = (compiled.ok && compiled.playbook.content.newsletter) || [];
    expect(JSON.stringify(first?.test?.variants)).toMatch(/At \{\{ \\"[^"]+\\" \}\}/);
    expect(JSON.stringify(first?.test?.variants)).not.toContain('ourName');
  });

  it.each<[string, ReturnType<typeof stepTest>, RegExp[]]>([
    [
      'a variant without anything else',
      stepTest('decide: { after: 30d }', '{ name: question }'),
      [/steps\[2\]\.test\.variants\[0\]\.subject: is missing; it has to be/],
    ],
    [
      'a subject in one language',
      stepTest('decide: { after: 30d }', '{ name: question, subject: { nl: Wie eerst? } }'),
      [/test\.variants\[0\]\.subject\.en: is missing; it has to be/],
    ],
    [
      'a subject that a phone cuts off',
      stepTest(
        'decide: { after: 30d }',
        `{ name: long, subject: { nl: ${'x'.repeat(51)}, en: Who first? } }`,
      ),
      [/variants\[0\]\.subject\.nl: 51 characters are more than a phone shows; make it at most 50/],
    ],
    [
      'a subject with an unknown variable',
      stepTest('decide: { after: 30d }', '{ name: hi, subject: { nl: Hoi, en: "Hi {{ fistName }}" } }'),
      [/variants\[0\]\.subject\.en: .*fistName.*firstName/],
    ],
    [
      'a mail that does not exist',
      stepTest('decide: { after: 30d }', '{ name: short, mail: tip-9 }'),
      [/test\.variants\[0\]\.mail: there is no mail "tip-9" in the folder mails; did you mean/],
    ],
    [
      'the mail itself',
      stepTest('decide: { after: 30d }', '{ name: same, mail: tip-2 }'),
      [/variants\[0\]\.mail: "tip-2" is compared with itself/],
    ],
    [
      'a variant called as the mail without a test',
      stepTest('decide: { after: 30d }', SUBJECT.replace('question', 'first')),
      [/variants\[0\]\.name: "first" is the mail without the test; give each/],
    ],
    [
      'two variants of one name',
      stepTest('decide: { after: 30d }', `${SUBJECT}, ${SUBJECT}`),
      [/variants\[1\]\.name: there is another variant "question"/],
    ],
    [
      'a time for hand-overs that measures opens',
      stepTest('decide: { after: 30d }, within: 7d'),
      [/test\.within: opens and clicks count until the decision; leave it out/],
    ],
    ['no moment to decide', stepTest('share: 0.5'), [/test\.decide: is missing; it has to be/]],
    [
      'a share above all',
      stepTest('decide: { after: 30d }, share: 20'),
      [/test\.share: 20 is not right; it has to be a number from 0\.01 to 1/],
    ],
    [
      'another measure',
      stepTest('decide: { after: 30d }').after.includes('opened')
        ? {
            ...stepTest('decide: { after: 30d }'),
            after: stepTest('decide: { after: 30d }').after.replace('opened', 'open'),
          }
        : stepTest(''),
      [/test\.measure: "open" is not right; did you mean "opened"\?/],
    ],
  ])('with %s is reported', (_, edit, expected) => {
    expect(inStep(edit)).toEqual(expected.map((line) => expect.stringMatching(line)));
  });

  it.each<[string, string, RegExp[]]>([
    [
      'in which everybody takes part',
      'measure: opened, decide: { after: 4h }',
      [/^newsletter\.yaml:.*\[0\]\.test\.share: everybody takes part, so nobody is left/],
    ],
    [
      'that waits for hand-overs',
      'share: 0.2, measure: handed-over, decide: { after: 4h }',
      [/\[0\]\.test\.measure: nobody is handed over in the few hours/],
    ],
    [
      'that lets the others wait for days',
      'share: 0.2, measure: opened, decide: { after: 3d }',
      [/\[0\]\.test\.decide: the other readers of an issue wait .* a day at most; write \{ after: 4h \}/],
    ],
    [
      'that waits for recipients',
      'share: 0.2, measure: opened, decide: { recipients: 500 }',
      [/\[0\]\.test\.decide: the other readers of an issue wait/],
    ],
  ])('of an issue %s is reported', (_, settings, expected) => {
    expect(inIssue(issueTest(settings))).toEqual(expected.map((line) => expect.stringMatching(line)));
  });

  it('of the name of another one is reported', () => {
    const step = stepTest('decide: { after: 30d }');
    change('sequences.yaml', step.before, step.after.replace('tip-two', 'january'));
    expect(inIssue(issueTest('share: 0.2, measure: opened, decide: { after: 4h }'))).toEqual([
      expect.stringMatching(
        /\[0\]\.test\.name: there is another test "january"; give each test a name of its own/,
      ),
    ]);
  });
});

describe('a variant that is another mail', () => {
  it('has to let people confirm their permission as the mail does', () => {
    copyMail('whitepaper', 'whitepaper-short', /\{% if confirmUrl %\}[\s\S]*?\{% endif %\}/, '');
    const variants = '{ name: short, mail: whitepaper-short }';
    const test = `test: { name: paper, measure: clicked, decide: { after: 30d }, variants: [${variants}] }`;
    const before = 'mail: whitepaper, after: 0d, kind: requested }';
    expect(mistakesAfter('sequences.yaml', before, before.replace(' }', `, ${test} }`))).toEqual(
      [1, 2].map(() =>
        expect.stringMatching(
          /variants\[0\]\.mail: "whitepaper-short" lets nobody confirm .* use \{\{ confirmUrl \}\}/,
        ),
      ),
    );
  });

  it('that links to less, or is sent elsewhere too, is warned about', () => {
    copyMail('tip-2', 'tip-2-short', /\]\(\{\{ website \}\}[^)]*\)/g, '](https://example.org/)');
    const { before, after } = stepTest('decide: { after: 30d }', '{ name: short, mail: tip-2-short }');
    change('sequences.yaml', before, after);
    const links = /"tip-2-short" has no link to \/.* so more is compared than you may want/;
    const found = warnings().filter((line) => line.includes('tip-2-short'));
    for (const line of found) expect(line).toMatch(links);
    expect(found.length).toBeGreaterThan(0);
    change('sequences.yaml', 'mail: tip-2-short }', 'mail: tip-3 }');
    expect(warnings()).toContainEqual(expect.stringMatching(/"tip-3" is also sent elsewhere/));
  });
});

describe('a test that may tell nothing', () => {
  it('is warned about, with the number of recipients that a usual difference takes', () => {
    const { before, after } = stepTest('decide: { recipients: 300 }');
    change('sequences.yaml', before, after);
    expect(warnings()).toEqual([
      expect.stringMatching(
        /decide\.recipients: 300 recipients are too few to see a usual difference, such as 30% against 35% opened; wait for 2166/,
      ),
    ]);
  });

  it('is warned about when an issue is decided after the hours in which mail is sent', () => {
    const { before, after } = issueTest('share: 0.2, measure: opened, decide: { after: 20h }');
    change('newsletter.yaml', before, after);
    expect(warnings()).toEqual([
      expect.stringMatching(
        /\[0\]\.test\.decide: by then no mail is sent any more that day, .* on 2027-01-13/,
      ),
    ]);
  });
});

describe('a change of a test', () => {
  const sequencesWith = (variants: string) => {
    const { before, after } = stepTest('decide: { after: 30d }', variants);
    change('sequences.yaml', before, after);
    const loaded = load();
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.mistakes));
    change('sequences.yaml', after, before);
    return loaded.content;
  };

  it('of what it compares is warned about, until it has a new name', () => {
    const old = sequencesWith(SUBJECT);
    const other = sequencesWith(SUBJECT.replace('Who first?', 'Whom first?'));
    const found = changeFindings(old, other).sequences;
    expect(found.map(({ problem }) => problem.en)).toEqual([
      'the test "tip-two" compared something else until now: its counts would be of both',
    ]);
    expect(changeFindings(old, old).sequences).toEqual([]);
  });
});
