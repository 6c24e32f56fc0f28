import type { KnownNames } from '../kit/part-form.ts';

/** For each setting that takes one of a few words, these words; an empty list for all others. */
export type SettingNames = Readonly<Record<string, readonly string[]>>;

export interface Suggestions {
  /** How many characters before the cursor they replace. */
  typed: number;
  options: readonly { name: string; kind: 'setting' | 'name' | 'word' }[];
}

/** Which names a setting takes, whatever file it stands in. */
const TAKES: Readonly<Record<string, keyof KnownNames>> = {
  form: 'forms',
  forms: 'forms',
  withoutForm: 'forms',
  requested: 'forms',
  notRequested: 'forms',
  mail: 'mails',
  in: 'mails',
  subject: 'subjects',
  subjects: 'subjects',
  to: 'people',
  field: 'fields',
  ask: 'fields',
  later: 'fields',
  require: 'fields',
  knows: 'fields',
  doesNotKnow: 'fields',
};

const VARIABLES = ['firstName', 'lastName', 'company', 'jobTitle', 'website', 'confirmUrl', 'ourName'];
const NAME = /[\p{L}\p{N}_-]*$/u;

/** What may be meant at the end of a text: names of settings, or values of the setting that stands before. */
export function suggestionsIn(
  before: string,
  names: KnownNames,
  settings: SettingNames,
): Suggestions | undefined {
  const typed = NAME.exec(before)?.[0] ?? '';
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/(^|\s)#/.test(line)) return undefined;
  const rest = line.slice(0, line.length - typed.length);
  const suggest = (options: readonly string[], kind: Suggestions['options'][number]['kind']) =>
    options.length === 0
      ? undefined
      : { typed: typed.length, options: options.map((name) => ({ name, kind })) };
  const setting = settingBefore(rest, before.slice(0, before.length - line.length));
  if (setting !== undefined) {
    const kind = TAKES[setting];
    if (kind !== undefined) return suggest(names[kind], 'name');
    return suggest(settings[setting] ?? [], 'word');
  }
  return /^\s*(- )?$|[{,]\s*$/.test(rest) ? suggest(Object.keys(settings), 'setting') : undefined;
}

/** The same in the text of a mail: what stands for something of its reader. */
export function variablesIn(before: string): Suggestions | undefined {
  const typed = /\{[{%][^}]*?(\w*)$/.exec(before)?.[1];
  if (typed === undefined) return undefined;
  return { typed: typed.length, options: VARIABLES.map((name) => ({ name, kind: 'name' as const })) };
}

/** The setting whose value is being written: in this line, or above it for an entry of a list. */
function settingBefore(line: string, above: string): string | undefined {
  const here = /([\w-]+):\s*(\[[^\]]*)?$/.exec(line)?.[1];
  if (here !== undefined) return here;
  const indent = /^(\s*)- $/.exec(line)?.[1]?.length;
  if (indent === undefined) return undefined;
  for (const one of above.split('\n').reverse()) {
    const [, spaces = '', name] = /^(\s*)(?:- )?([\w-]+):\s*(#.*)?$/.exec(one) ?? [];
    if (name !== undefined && spaces.length <= indent) return name;
    if (one.trim() !== '' && !/^\s*(-|#)/.test(one)) return undefined;
  }
  return undefined;
}
