import { join, relative } from 'node:path';
import { type Mistake, toLine } from '../../../shared/playbook/mistake.ts';

/** The folder of the marketers' files. */
export const PLAYBOOK = join(import.meta.dirname, '../../../shared/playbook');

/** A mistake as `npm run playbook:check` prints it, with the path relative to the working directory. */
export function mistakeLine(mistake: Mistake): string {
  return toLine({ ...mistake, file: relative(process.cwd(), mistake.file) });
}
