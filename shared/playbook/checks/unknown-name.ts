import type { Finding, Path } from '../mistake.ts';
import { suggestion } from '../suggestion.ts';

/** The names that one file can use from another; undefined while the file that has them cannot be read. */
export interface KnownNames {
  fields: readonly string[] | undefined;
  forms: readonly string[] | undefined;
  /** The subjects that people can unsubscribe from. */
  subjects: readonly string[] | undefined;
  mails: readonly string[] | undefined;
}

const KINDS: Record<keyof KnownNames, { what: string; where: string }> = {
  fields: { what: 'field', where: 'fields.yaml' },
  forms: { what: 'form', where: 'forms.yaml' },
  subjects: { what: 'subject', where: 'mailing.yaml' },
  mails: { what: 'mail', where: 'the folder mails' },
};

/** Reports a name that does not exist. */
export function unknownName(kind: keyof KnownNames, name: string, names: KnownNames, path: Path): Finding[] {
  const known = names[kind];
  if (known === undefined || known.includes(name)) return [];
  const { what, where } = KINDS[kind];
  const remedy = suggestion(name, known);
  return [{ path, problem: `there is no ${what} "${name}" in ${where}`, remedy }];
}
