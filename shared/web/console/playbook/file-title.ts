import type { Language } from '../../../domain/language.ts';
import { playbookWords } from './words.ts';

/** What a file of the playbook is about; the path of one that has no words of its own. */
export function fileTitle(path: string, language: Language): string {
  const { parts } = playbookWords[language];
  const part = path.replace(/\.yaml$/, '');
  return Object.hasOwn(parts, part) ? parts[part as keyof typeof parts] : path;
}
