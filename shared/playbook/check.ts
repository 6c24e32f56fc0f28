import { join, relative } from 'node:path';
import type { Mistake } from '../domain/playbook/mistake.ts';
import { changesSinceCommit } from './changes-since-commit.ts';
import { readPlaybookFolder } from './files/read-folder.ts';
import { loadPlaybook } from './load-playbook.ts';
import { toLine } from './mistake.ts';
import type { PlaybookContent } from './playbook.ts';

/** `npm run playbook:check [FOLDER]`: checks the playbook here, or in the given folder. */
const folder = process.argv[2] ?? import.meta.dirname;
const files = readPlaybookFolder(folder);
const loaded = loadPlaybook(files);
const found = loaded.ok ? loaded.warnings : loaded.mistakes;
const mistakes = found.filter(({ isWarning }) => !isWarning);
const warnings = [
  ...found.filter(({ isWarning }) => isWarning),
  ...(loaded.ok ? changesSinceCommit(folder, files, loaded.content) : []),
];
list(mistakes);
if (warnings.length > 0) {
  console.error(`${mistakes.length > 0 ? '\n' : ''}Is this what you mean?`);
  list(warnings);
}
if (loaded.ok) {
  console.log(`${warnings.length > 0 ? '\n' : ''}${summary(loaded.content)}`);
} else {
  console.error(`\n${mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`} to fix.`);
  process.exitCode = 1;
}

function list(found: readonly Mistake[]): void {
  for (const one of found)
    console.error(toLine({ ...one, file: relative(process.cwd(), join(folder, one.file)) }));
}

function summary(content: PlaybookContent): string {
  const { scoring, fields, forms, agreement, sales, sequences, newsletter, mails } = content;
  const { rules, windowDays, bands } = scoring;
  const steps = Object.values(sequences).reduce((sum, sequence) => sum + sequence.steps.length, 0);
  return [
    'The playbook is valid.',
    `  ${rules.length} scoring rules; points count ${windowDays} days; sales is notified from ${bands.call} points`,
    `  ${Object.keys(forms).length} forms (${Object.keys(forms).join(', ')}) with ${Object.keys(fields).length} fields`,
    `  ${Object.keys(sequences).length} sequences with ${steps} steps, ${newsletter.length} issues of the newsletter, ${Object.keys(mails).length} mails`,
    `  Sales answers within ${agreement.acceptWithinHours} hours, and the manager is notified after ${agreement.managerAfterHours}`,
    `  ${Object.keys(sales.team).length} people in sales, ${sales.routing.length} rules for who gets which lead`,
    'Publish it with npm run deploy.',
  ].join('\n');
}
