import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictureText, type ReadPicture } from '../picture-files/picture-text.ts';
import { readPicture } from '../picture-files/read-picture.ts';
import { MAILS, PICTURES, type PlaybookFiles } from './playbook-files.ts';

/** Reads a playbook's folder: its YAML files, and whatever stands in `mails` and `pictures`. */
export function readPlaybookFolder(folder: string): PlaybookFiles {
  const settings = filesIn(folder).filter(([name]) => /\.ya?ml$/.test(name));
  const mails = filesIn(join(folder, MAILS)).map(([name, text]) => [`${MAILS}${name}`, text]);
  const pictures = Object.entries(readPictures(folder)).map(([path, read]) => [path, pictureText(read)]);
  return Object.fromEntries([...settings, ...mails, ...pictures]);
}

/** The pictures in a playbook's folder by their path, such as `pictures/logo.png`. */
export function readPictures(folder: string): Record<string, ReadPicture> {
  const inside = join(folder, PICTURES);
  if (!existsSync(inside)) return {};
  const names = readdirSync(inside, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
  return Object.fromEntries(
    names.map((name) => [`${PICTURES}${name}`, readPicture(readFileSync(join(inside, name)))]),
  );
}

/** The texts in a folder by name, in order; that of a folder inside it is empty. */
function filesIn(folder: string): [name: string, text: string][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => [entry.name, entry.isFile() ? readFileSync(join(folder, entry.name), 'utf8') : '']);
}
