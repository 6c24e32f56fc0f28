import { join, relative } from 'node:path';
import { type Mistake, toLine } from '../../../shared/playbook/mistake.ts';

/** The marketers' files. */
export const PLAYBOOK = join(import.meta.dirname, '../../../shared/playbook');

/** A mistake as `npm run playbook:check` tells it, its file seen from where the command was given. */
export function mistakeLine(mistake: Mistake): string {
  return toLine({ ...mistake, file: relative(process.cwd(), mistake.file) });
}
