import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readPlaybookFolder } from '../../shared/playbook/files/read-folder.ts';
import { loadPlaybook } from '../../shared/playbook/load-playbook.ts';
import { toLine } from '../../shared/playbook/mistake.ts';
import { NEW_KINDS, newFiles } from '../../shared/playbook/new/new-files.ts';

const USAGE =
  'npm run playbook:new -- form|mail|sequence NAME, such as: npm run playbook:new -- form checklist';

/**
 * Writes the files of a new form, mail or sequence into a playbook's folder.
 * @returns what it made and what to do next, a line each
 * @throws Error that says why nothing was written
 */
export function newPlaybookFiles(folder: string, what: string | undefined, name = ''): string[] {
  const kind = NEW_KINDS.find((one) => one === what);
  if (kind === undefined || name === '') throw new Error(USAGE);
  const before = readPlaybookFolder(folder);
  const made = newFiles(before, kind, name);
  if (!made.ok) throw new Error(refusals[made.why](made.where));
  const loaded = loadPlaybook(made.files);
  if (!loaded.ok) throw new Error(['Mend these first:', ...loaded.mistakes.map(toLine)].join('\n'));
  for (const path of made.changed) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), made.files[path] ?? '');
  }
  const lines = made.changed.map((path) => {
    const did = before[path] === undefined ? 'new    ' : 'added to';
    return `${did} ${relative(process.cwd(), join(folder, path))}`;
  });
  return [...lines, '', ...NEXT[kind](name)];
}

const refusals = {
  invalid: (name: string) => `"${name}" cannot be a name: write small letters, digits and dashes, at most 30`,
  taken: (where: string) => `${where} has this already: choose another name`,
  unreadable: (where: string) => `${where} cannot be read: npm run playbook:check says why`,
};

const CHECK = 'npm run playbook:check, then npm run playbook:push or npm run deploy publishes it.';

const NEXT: Record<(typeof NEW_KINDS)[number], (name: string) => string[]> = {
  form: (name) => [
    `1. Write the words of the form in forms.yaml, and those of its mail in mails/${name}-answer.*.md.`,
    `2. See the mail: npm run mail:preview -- ${name}-answer nl --out mail.html`,
    `3. ${CHECK} The form is then at /f/${name}.`,
  ],
  mail: (name) => [
    `1. Write the mail in mails/${name}.nl.md and mails/${name}.en.md.`,
    `2. See it: npm run mail:preview -- ${name} nl --out mail.html`,
    '3. Nothing sends it yet: add a step in sequences.yaml, or a date in newsletter.yaml.',
    `4. ${CHECK}`,
  ],
  sequence: (name) => [
    `1. Write its mails, mails/${name}-1.*.md and mails/${name}-2.*.md, and choose its start in sequences.yaml.`,
    '2. Leave out paused: true when they are ready.',
    `3. ${CHECK}`,
  ],
};
