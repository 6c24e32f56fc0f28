import { type Language, languages } from '../../domain/language.ts';
import { MAILS, type PlaybookFiles } from '../files/playbook-files.ts';
import { readMailHead } from './edit-mail.ts';
import { readYaml } from './edit-yaml.ts';
import { settingAt } from './setting-path.ts';

/** What people call the things that a playbook names, by kind and name, in one language; another where it is not written. */
export function knownTitles(files: PlaybookFiles, language: Language) {
  const all = (file: string, path: readonly string[], title: readonly string[]) =>
    titlesIn(settingAt(readYaml(files[file] ?? '')?.value, path), title, language);
  const fields = all('fields.yaml', [], ['label']);
  return {
    fields,
    questions: fields,
    forms: all('forms.yaml', [], ['title']),
    subjects: all('mailing.yaml', ['subjects'], []),
    people: all('sales.yaml', ['team'], ['name']),
    sequences: all('sequences.yaml', [], ['title']),
    events: all('events.yaml', [], ['title']),
    mails: mailSubjects(files, language),
  };
}

/** The subject of each mail, in one language if it is written in it. */
export function mailSubjects(files: PlaybookFiles, language: Language): Record<string, string> {
  const inOrder = [...languages.filter((one) => one !== language), language];
  const found: Record<string, string> = {};
  for (const one of inOrder)
    for (const [path, text] of Object.entries(files)) {
      if (!path.startsWith(MAILS) || !path.endsWith(`.${one}.md`)) continue;
      const subject = settingAt(readMailHead(text), ['subject']);
      const name = path.slice(MAILS.length, -`.${one}.md`.length);
      if (typeof subject === 'string' && subject !== '') found[name] = subject;
    }
  return found;
}

function titlesIn(group: unknown, path: readonly string[], language: Language): Record<string, string> {
  if (typeof group !== 'object' || group === null || Array.isArray(group)) return {};
  return Object.fromEntries(
    Object.entries(group).flatMap(([name, one]) => {
      const title = settingAt(one, path);
      const texts = [title, ...[language, ...languages].map((each) => settingAt(title, [each]))];
      const text = texts.find((each) => typeof each === 'string' && each !== '');
      return typeof text === 'string' ? [[name, text]] : [];
    }),
  );
}
