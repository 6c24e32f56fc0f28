import { PERMISSION } from '../../domain/forms/questions.ts';
import type { Localised } from '../../domain/language.ts';
import type { Finding, Path } from '../mistake.ts';
import type { PlaybookContent } from '../playbook.ts';
import { suggestion } from '../suggestion.ts';

/** The names that settings can use; undefined while the file that has them cannot be read. */
export interface KnownNames {
  fields: readonly string[] | undefined;
  forms: readonly string[] | undefined;
  /** The subjects that people can unsubscribe from. */
  subjects: readonly string[] | undefined;
  mails: readonly string[] | undefined;
  /** The paths of the pictures. */
  pictures: readonly string[] | undefined;
  /** The team of sales. */
  people: readonly string[] | undefined;
  /** Webinars and seminars. */
  events: readonly string[] | undefined;
}

type Kind = keyof KnownNames;

const PROBLEMS: Record<Kind, (name: string) => Localised> = {
  fields: (name) => ({
    nl: `er is geen veld "${name}" in fields.yaml`,
    en: `there is no field "${name}" in fields.yaml`,
  }),
  forms: (name) => ({
    nl: `er is geen formulier "${name}" in forms.yaml`,
    en: `there is no form "${name}" in forms.yaml`,
  }),
  subjects: (name) => ({
    nl: `er is geen onderwerp "${name}" in mailing.yaml`,
    en: `there is no subject "${name}" in mailing.yaml`,
  }),
  mails: (name) => ({
    nl: `er is geen mail "${name}" in de map mails`,
    en: `there is no mail "${name}" in the folder mails`,
  }),
  pictures: (name) => ({ nl: `er is geen afbeelding "${name}"`, en: `there is no picture "${name}"` }),
  people: (name) => ({
    nl: `niemand in het team heet "${name}"`,
    en: `nobody in the team is called "${name}"`,
  }),
  events: (name) => ({
    nl: `er is geen evenement "${name}" in events.yaml`,
    en: `there is no event "${name}" in events.yaml`,
  }),
};

const NOTHING_CHOSEN: Localised = { nl: 'er is niets gekozen', en: 'nothing is chosen' };
const ADD_PEOPLE: Localised = { nl: 'zet mensen onder team', en: 'add people under team' };

/** The settings that hold a name; a `*` stands for each entry of a list or group. */
const NAMED: Partial<Record<keyof PlaybookContent, Partial<Record<Kind, readonly string[]>>>> = {
  scoring: { forms: ['rules.*.forms.*'], people: ['scores.*.to.*'] },
  company: { pictures: ['logo.light', 'logo.dark'] },
  fit: { fields: ['criteria.*.field'] },
  forms: { fields: ['*.ask.*', '*.later.*', '*.require.*'], subjects: ['*.subjects.*'] },
  sales: { people: ['accounts.*', 'routing.*.to.*'], forms: ['routing.*.when.form.*'] },
  sequences: {
    forms: [
      '*.start.form',
      '*.start.withoutForm',
      '*.start.answered.form',
      '*.steps.*.when.requested.*',
      '*.steps.*.when.notRequested.*',
    ],
    subjects: ['*.subject'],
    events: ['*.event'],
    mails: ['*.steps.*.mail', '*.steps.*.test.variants.*.mail', '*.start.clicked.in.*'],
    fields: ['*.start.answered.field', '*.steps.*.when.knows.*', '*.steps.*.when.doesNotKnow.*'],
  },
  events: { forms: ['*.form'] },
  newsletter: {
    mails: ['*.mail', '*.test.variants.*.mail'],
    subjects: ['*.subject', '*.audience.subject.*'],
    fields: ['*.audience.knows.*', '*.audience.doesNotKnow.*'],
    forms: ['*.audience.requested.*', '*.audience.notRequested.*', '*.audience.form.*'],
  },
};

/** Reports the names in a file that do not exist, whatever else is wrong around them. */
export function unknownNames(part: keyof PlaybookContent, value: unknown, names: KnownNames): Finding[] {
  return Object.entries(NAMED[part] ?? {}).flatMap(([kind, settings]) =>
    settings
      .flatMap((setting) => textsAt(value, setting.split('.')))
      .filter(({ path, text }) => text !== PERMISSION || path[1] !== 'require')
      .flatMap(({ path, text }) => unknownName(kind as Kind, text, names, path)),
  );
}

/** Reports a name that does not exist. */
export function unknownName(kind: Kind, name: string, names: KnownNames, path: Path): Finding[] {
  const known = names[kind];
  if (known === undefined || known.includes(name)) return [];
  const remedy = kind === 'people' && known.length === 0 ? ADD_PEOPLE : suggestion(name, known);
  return [{ path, problem: name === '' ? NOTHING_CHOSEN : PROBLEMS[kind](name), remedy }];
}

function textsAt(
  value: unknown,
  setting: readonly string[],
  path: Path = [],
): { path: Path; text: string }[] {
  const [name, ...inside] = setting;
  if (name === undefined) return typeof value === 'string' ? [{ path, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => name === '*' || name === key)
    .flatMap(([key, inner]) => textsAt(inner, inside, [...path, Array.isArray(value) ? Number(key) : key]));
}
