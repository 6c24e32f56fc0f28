import { MAILS, PICTURES, type PlaybookFiles } from '../files/playbook-files.ts';
import { readYaml } from './edit-yaml.ts';
import { settingAt } from './setting-path.ts';

/** The names that the files of a playbook give to things; none from a file that cannot be read. */
export function knownNames(files: PlaybookFiles) {
  const readOf = (file: string) => readYaml(files[file] ?? '')?.value;
  const names = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  const mails = Object.keys(files).flatMap((path) =>
    path.startsWith(MAILS) ? (path.slice(MAILS.length).split('.')[0] ?? []) : [],
  );
  const asFields = readOf('fields.yaml');
  const fields = names(asFields);
  return {
    fields,
    questions: fields.filter((name) => settingAt(asFields, [name, 'asked']) !== false),
    forms: names(readOf('forms.yaml')),
    mails: [...new Set(mails)].sort(),
    subjects: names(settingAt(readOf('mailing.yaml'), ['subjects'])),
    people: names(settingAt(readOf('sales.yaml'), ['team'])),
    sequences: names(readOf('sequences.yaml')),
    pictures: Object.keys(files).filter((path) => path.startsWith(PICTURES)),
    events: names(readOf('events.yaml')),
  };
}
