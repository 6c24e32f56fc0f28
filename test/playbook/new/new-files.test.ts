import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newPlaybookFiles } from '../../../infra/playbook/new-playbook-files.ts';
import { readPlaybookFolder } from '../../../shared/playbook/files/read-folder.ts';
import { loadPlaybook } from '../../../shared/playbook/load-playbook.ts';
import { NEW_KINDS, newFiles } from '../../../shared/playbook/new/new-files.ts';
import { playbookFolder } from '../folder.ts';

const { path, mistakes } = playbookFolder();
const make = (kind?: string, name?: string) => newPlaybookFiles(path(), kind, name);

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

  it('answers any name, and never takes the place of a file', () => {
    const files = readPlaybookFolder(path());
    fc.assert(
      fc.property(fc.constantFrom(...NEW_KINDS), fc.string(), (kind, name) => {
        const made = newFiles(files, kind, name);
        if (made.ok)
          for (const file of Object.keys(files))
            expect(made.files[file]).toContain((files[file] ?? '').trimEnd());
      }),
      { seed: 11, numRuns: 50 },
    );
  });
});
