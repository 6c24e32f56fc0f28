import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { isLanguage, languages } from '../../../shared/domain/language.ts';
import type { Mistake } from '../../../shared/domain/playbook/mistake.ts';
import { readPlaybookFolder } from '../../../shared/playbook/files/read-folder.ts';
import { toLine } from '../../../shared/playbook/mistake.ts';
import { previewMail } from '../../../shared/usecases/nurture/preview-mail.ts';

const PLAYBOOK = join(import.meta.dirname, '../../../shared/playbook');

// `npm run mail:preview -- <mail> <nl|en> [--lead file.json] [--text] [--out file.html]`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    lead: { type: 'string' },
    text: { type: 'boolean', default: false },
    out: { type: 'string' },
    playbook: { type: 'string', default: PLAYBOOK },
  },
});

try {
  await run(positionals[0] ?? '', positionals[1] ?? 'nl');
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function run(mail: string, locale: string): Promise<void> {
  if (!isLanguage(locale))
    throw new Error(`There is no mail "${mail}" in "${locale}"; it can be ${languages.join(' or ')}`);
  const recipient = values.lead ? { lead: JSON.parse(readFileSync(values.lead, 'utf8')) } : {};
  const preview = await previewMail(readPlaybookFolder(values.playbook), { mail, locale, ...recipient });
  if (!preview.ok) throw new Error(preview.mistakes.map(mistakeLine).join('\n'));
  const shown = values.text ? preview.text : preview.html;
  if (values.out === undefined) {
    process.stdout.write(shown);
    return;
  }
  writeFileSync(values.out, shown);
  console.log(`${values.out}: ${preview.subject} (${preview.kilobytes} KB of HTML)`);
}

/** A mistake as `npm run playbook:check` prints it, with the path relative to the working directory. */
function mistakeLine(mistake: Mistake): string {
  return toLine({ ...mistake, file: relative(process.cwd(), join(values.playbook, mistake.file)) });
}
