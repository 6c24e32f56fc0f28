import { isLanguage, type Language } from '../../../domain/language.ts';
import { ownName } from '../../language.ts';
import { playbookWords } from './words.ts';

/** What a file of the playbook is about; a mail is known by its name and language. */
export function fileTitle(path: string, language: Language): string {
  const { parts } = playbookWords[language];
  const part = path.replace(/\.yaml$/, '');
  if (Object.hasOwn(parts, part)) return parts[part as keyof typeof parts];
  const [, mail, locale] = /^mails\/(.+)\.([a-z]{2})\.md$/.exec(path) ?? [];
  return isLanguage(locale) ? `${mail} (${ownName(locale)})` : path;
}
