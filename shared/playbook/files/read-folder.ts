import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAILS, type PlaybookFiles } from './playbook-files.ts';

/** Reads a playbook's folder: its YAML files, and whatever stands in `mails`. */
export function readPlaybookFolder(folder: string): PlaybookFiles {
  const settings = filesIn(folder).filter(([name]) => /\.ya?ml$/.test(name));
  const mails = filesIn(join(folder, MAILS)).map(([name, text]) => [`${MAILS}${name}`, text]);
  return Object.fromEntries([...settings, ...mails]);
}

/** The texts in a folder by name, in order; that of a folder inside it is empty. */
function filesIn(folder: string): [name: string, text: string][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => [entry.name, entry.isFile() ? readFileSync(join(folder, entry.name), 'utf8') : '']);
}
