import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NewOptions, newPlaybookFiles } from '../../../infra/playbook/new-playbook-files.ts';
import { readPlaybookFolder } from '../../../shared/playbook/files/read-folder.ts';
import { loadPlaybook } from '../../../shared/playbook/load-playbook.ts';
import { nameFrom } from '../../../shared/playbook/new/guide.ts';
import { NEW_KINDS, newGuide, newMail } from '../../../shared/playbook/new/new-files.ts';
import { startingTextsIn } from '../../../shared/playbook/new/starting-texts.ts';
import { playbookFolder } from '../folder.ts';

const { path, mistakes } = playbookFolder();
const make = (kind?: string, name?: string, options?: NewOptions) =>
  newPlaybookFiles(path(), kind, name, options);
const THREE = { nl: 'Tien vragen', en: 'Ten questions', mails: '3', days: '5', subject: 'product' };
const guide = {
  ...{ name: 'checklist', title: { nl: 'Tien vragen', en: 'Ten questions' } },
  ...{ mails: 3, days: 7, subject: 'tips' },
};

describe('npm run playbook:new', () => {
  it.each(NEW_KINDS)('makes a %s that passes the check, and says what to do next', (kind) => {
    const before = readPlaybookFolder(path());
    const lines = make(kind, 'checklist').join('\n');
    expect(mistakes()).toEqual([]);
    const after = readPlaybookFolder(path());
    for (const file of Object.keys(before))
      expect(after[file]?.startsWith((before[file] ?? '').trimEnd())).toBe(true);
    const made = Object.keys(after).filter((file) => before[file] === undefined);
    expect(made).toHaveLength(kind === 'sequence' ? 4 : 2);
    for (const file of made) expect(lines).toContain(file);
    expect(lines).toContain('playbook:check');
  });

  it('makes a form together with the mail that answers it', () => {
    make('form', 'checklist');
    const loaded = loadPlaybook(readPlaybookFolder(path()));
    if (!loaded.ok) throw new Error('mistakes');
    expect(loaded.content.forms.checklist?.permission).toBeDefined();
    expect(loaded.content.sequences.checklist?.start).toEqual({ form: 'checklist' });
  });

  it.each([
    ['form', 'whitepaper', 'forms.yaml has this already'],
    ['mail', 'tip-1', 'mails/tip-1.nl.md has this already'],
    ['sequence', 'whitepaper-tips', 'sequences.yaml has this already'],
    ['form', 'Check List', '"Check List" cannot be a name'],
    ['mail', '../evil', '"../evil" cannot be a name'],
    ['page', 'x', 'npm run playbook:new -- form|mail|sequence NAME'],
    ['mail', undefined, 'npm run playbook:new -- form|mail|sequence NAME'],
  ])('refuses %s %s, and writes nothing', (kind, name, words) => {
    const before = readPlaybookFolder(path());
    expect(() => make(kind, name)).toThrow(words);
    expect(readPlaybookFolder(path())).toEqual(before);
  });

  it('refuses the same name the second time', () => {
    make('sequence', 'checklist');
    expect(() => make('sequence', 'checklist')).toThrow('has this already');
  });

  it('makes a guide with the mails that follow it, as its wording promises', () => {
    make('form', 'checklist', THREE);
    const loaded = loadPlaybook(readPlaybookFolder(path()));
    if (!loaded.ok) throw new Error('mistakes');
    const { forms, sequences } = loaded.content;
    expect(forms.checklist).toMatchObject({ title: guide.title, subjects: ['product'] });
    expect(forms.checklist?.permission?.en).toBe(
      'Yes, mail me the guide, then 3 mails, one every 5 days, about “News about the product”. One click in any mail unsubscribes me.',
    );
    const steps = sequences.checklist?.steps.map(({ mail, after }) => [mail, after]);
    expect(steps).toEqual([
      ['checklist-answer', '0d'],
      ['checklist-1', '5d'],
      ['checklist-2', '10d'],
      ['checklist-3', '15d'],
    ]);
  });

  it.each([
    [{ nl: 'Met {{ haken }}' }, '--nl and --en'],
    [{ mails: '13' }, '--mails'],
    [{ mails: 'three' }, '--mails'],
    [{ days: '0' }, '--days'],
    [{ subject: 'other' }, 'no subject "other"'],
  ])('refuses a guide with %o', (options, words) => {
    expect(() => make('form', 'checklist', options)).toThrow(words);
  });
});

describe('the drafts of a guide', () => {
  it('have no mistake and no warning, whatever it is called', () => {
    const files = readPlaybookFolder(path());
    const words = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom(...ODD));
    fc.assert(
      fc.property(words, words, fc.integer({ min: 0, max: 3 }), (nl, en, mails) => {
        const made = newGuide(files, { ...guide, title: { nl: nl.trim(), en: en.trim() }, mails });
        const loaded = made.ok ? loadPlaybook(made.files) : undefined;
        if (made.ok) expect(loaded).toMatchObject({ ok: true, warnings: [] });
        else expect(made.why).toBe('title');
        if (loaded?.ok) expect(loaded.content.forms.checklist?.title.en).toBe(en.trim());
      }),
      { seed: 11, numRuns: 6, examples: pairs(ODD) },
    );
  });

  it('are made whole when a part of them is there, and stay as they are when all are', () => {
    const files = readPlaybookFolder(path());
    const whole = newGuide(files, guide);
    if (!whole.ok) throw new Error(whole.why);
    for (let done = 0; done <= whole.changed.length; done++) {
      const there = whole.changed.slice(0, done);
      const half = { ...files, ...Object.fromEntries(there.map((one) => [one, whole.files[one] ?? ''])) };
      const again = newGuide(half, guide);
      expect(again).toEqual({ ...whole, changed: whole.changed.slice(done) });
    }
  });

  it('take nothing from what somebody wrote under the same name', () => {
    const files = readPlaybookFolder(path());
    const theirs = { ...files, 'mails/checklist-2.en.md': 'Something else' };
    expect(newGuide(theirs, guide)).toEqual({ ok: false, why: 'taken', where: 'mails/checklist-2.en.md' });
  });

  it('answer a form that is there already, which stays as it is', () => {
    const files = readPlaybookFolder(path());
    const made = newGuide(files, guide, { form: 'whitepaper' });
    if (!made.ok) throw new Error(made.why);
    expect(made.files['forms.yaml']).toBe(files['forms.yaml']);
    const loaded = loadPlaybook(made.files);
    expect(loaded.ok && loaded.content.sequences.checklist?.start).toEqual({ form: 'whitepaper' });
    expect(newGuide(files, guide, { form: 'other' })).toEqual({ ok: false, why: 'form', where: 'other' });
  });

  it('say in each text what is still to be written', () => {
    const made = newGuide(readPlaybookFolder(path()), guide);
    if (!made.ok) throw new Error(made.why);
    for (const file of made.changed.filter((one) => one.startsWith('mails/')))
      expect(startingTextsIn(made.files[file] ?? '')).not.toEqual([]);
    expect(startingTextsIn(made.files['mails/checklist-answer.en.md'] ?? '')).toEqual([
      '[Read the guide]({{ website }}/)',
      'Write here where people begin who have only ten minutes.',
    ]);
    for (const [file, text] of Object.entries(readPlaybookFolder(path())))
      expect([file, startingTextsIn(text)]).toEqual([file, []]);
  });
});

describe('a name made of a title', () => {
  it.each([
    ['Ten questions before you call', 'ten-questions-before-you-call'],
    ['10 Questions: what’s ready?', 'questions-whats-ready'],
    ['Één café', 'een-cafe'],
    ['A guide to conversations that are good for both', 'a-guide-to-conversations-that'],
    ['王', ''],
    ['x'.repeat(50), 'x'.repeat(30)],
  ])('of %j is %j', (title, name) => expect(nameFrom(title)).toBe(name));

  it('is empty or can be used', () => {
    const files = readPlaybookFolder(path());
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const name = nameFrom(title);
        if (name !== '') expect(newMail(files, name)).not.toMatchObject({ why: 'name' });
      }),
      { seed: 11 },
    );
  });
});

/** Two at a time, so that few playbooks are checked. */
const pairs = (words: readonly string[]) =>
  words.flatMap((word, at) =>
    at % 2 === 0 ? [[word, words[at + 1] ?? 'x', 1] as [string, string, number]] : [],
  );

/** Titles that mean something else in YAML, Markdown or a mail. */
const ODD = [
  ...['yes', '12', '# One', '- two', 'a: b', '"quoted"', "it's", '_under_'],
  ...[
    '~~gone~~',
    '![picture](x.png)',
    '1. one',
    '& more',
    '| a | b |',
    '---',
    'www.example.com',
    'x'.repeat(100),
  ],
];
