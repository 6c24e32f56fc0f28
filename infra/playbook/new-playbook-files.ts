import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { PlaybookFiles } from '../../shared/playbook/files/playbook-files.ts';
import { readPlaybookFolder } from '../../shared/playbook/files/read-folder.ts';
import { loadPlaybook } from '../../shared/playbook/load-playbook.ts';
import { toLine } from '../../shared/playbook/mistake.ts';
import {
  firstSubject,
  NEW_KINDS,
  type NewFiles,
  type NewKind,
  newGuide,
  newMail,
  newSequence,
} from '../../shared/playbook/new/new-files.ts';

const USAGE =
  'npm run playbook:new -- form|mail|sequence NAME, such as: npm run playbook:new -- form checklist --mails 3';

/** What a new form can say of its guide: all of it has a usual value. */
export interface NewOptions {
  nl?: string | undefined;
  en?: string | undefined;
  mails?: string | undefined;
  days?: string | undefined;
  subject?: string | undefined;
}

/**
 * Writes the files of a new form, mail or sequence into a playbook's folder.
 * @returns what it made and what to do next, a line each
 * @throws Error that says why nothing was written
 */
export function newPlaybookFiles(
  folder: string,
  what: string | undefined,
  name = '',
  options: NewOptions = {},
): string[] {
  const kind = NEW_KINDS.find((one) => one === what);
  if (kind === undefined || name === '') throw new Error(USAGE);
  const before = readPlaybookFolder(folder);
  const made = madeOf(before, kind, name, options);
  if (!made.ok) throw new Error(refusals[made.why](made.where));
  if (made.changed.length === 0) throw new Error(refusals.taken(name));
  const loaded = loadPlaybook(made.files);
  if (!loaded.ok) throw new Error(['Mend these first:', ...loaded.mistakes.map(toLine)].join('\n'));
  for (const path of made.changed) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), made.files[path] ?? '');
  }
  const lines = made.changed.toSorted().map((path) => {
    const did = before[path] === undefined ? 'new    ' : 'added to';
    return `${did} ${relative(process.cwd(), join(folder, path))}`;
  });
  return [...lines, '', ...NEXT[kind](name)];
}

function madeOf(files: PlaybookFiles, kind: NewKind, name: string, options: NewOptions): NewFiles {
  if (kind === 'mail') return newMail(files, name);
  const subject = options.subject ?? firstSubject(files);
  if (subject === undefined) return { ok: false, why: 'unreadable', where: 'mailing.yaml' };
  if (kind === 'sequence') return newSequence(files, name, subject);
  const { nl = 'De gids', en = 'The guide', mails = '0', days = '7' } = options;
  return newGuide(files, { name, title: { nl, en }, mails: Number(mails), days: Number(days), subject });
}

const refusals: Record<(NewFiles & { ok: false })['why'], (where: string) => string> = {
  name: (name) => `"${name}" cannot be a name: write small letters, digits and dashes, at most 30`,
  taken: (where) => `${where} has this already: choose another name`,
  unreadable: (where) => `${where} cannot be read: npm run playbook:check says why`,
  title: () => '--nl and --en are its title: at most 100 characters, without brackets, * and `',
  mails: () => '--mails is how many mails follow: 0 to 12',
  days: () => '--days is how many days are between them: 1 to 60',
  form: (form) => `forms.yaml has no form "${form}"`,
  subject: (subject) => `mailing.yaml has no subject "${subject}"`,
};

const CHECK = 'npm run playbook:check, then npm run playbook:push or npm run deploy publishes it.';

const NEXT: Record<NewKind, (name: string) => string[]> = {
  form: (name) => [
    `1. Write the words of the form in forms.yaml, and those of its mails in mails/${name}-*.md.`,
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
    '2. Nobody gets them while it is paused: leave out paused: true when they are ready.',
    `3. ${CHECK}`,
  ],
};
