import type { Finding, Path } from '../mistake.ts';
import { suggestion } from '../suggestion.ts';

/** The names that one file can use from another. */
export interface KnownNames {
  fields: readonly string[];
  forms: readonly string[];
  /** The subjects that people can unsubscribe from. */
  subjects: readonly string[];
  mails: readonly string[];
}

const KINDS: Record<keyof KnownNames, { what: string; where: string }> = {
  fields: { what: 'field', where: 'fields.yaml' },
  forms: { what: 'form', where: 'forms.yaml' },
  subjects: { what: 'subject', where: 'mailing.yaml' },
  mails: { what: 'mail', where: 'the folder mails' },
};

/** Reports a name that does not exist. */
export function unknownName(kind: keyof KnownNames, name: string, names: KnownNames, path: Path): Finding[] {
  if (names[kind].includes(name)) return [];
  const { what, where } = KINDS[kind];
  const remedy = suggestion(name, names[kind]);
  return [{ path, problem: `there is no ${what} "${name}" in ${where}`, remedy }];
}
