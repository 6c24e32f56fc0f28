import type { Language } from '../../../../domain/language.ts';
import type { ToldMistake } from '../../../../domain/playbook/mistake.ts';
import { type Kind, shownAs } from '../../../../playbook/edit/posted-settings.ts';
import { settingAt, settingsIn, toPointer } from '../../../../playbook/edit/setting-path.ts';
import { type Path, toField } from '../../../../playbook/mistake.ts';

/** The names that settings of one file may use from others. */
export interface KnownNames {
  fields: readonly string[];
  /** The fields that forms ask. */
  questions: readonly string[];
  forms: readonly string[];
  mails: readonly string[];
  subjects: readonly string[];
  people: readonly string[];
  sequences: readonly string[];
  pictures: readonly string[];
  events: readonly string[];
}

/** A part of the playbook as a form for people. */
export interface PartForm {
  language: Language;
  /** The part as its text says it, right or wrong. */
  value: unknown;
  /** The mistakes of its file. */
  mistakes: readonly ToldMistake[];
  names: KnownNames;
  /** What people call what has such a name, in the language of the page. */
  titles: Readonly<Partial<Record<keyof KnownNames, Readonly<Record<string, string>>>>>;
  /** The settings that the form showed so far, as a mistake names them. */
  shown: Set<string>;
}

/** What a field of the form has to say of a setting, which counts as shown from then on. */
export function fieldOf(form: PartForm, kind: Kind, at: Path) {
  const field = toField(at);
  form.shown.add(field);
  const value = settingAt(form.value, at);
  return {
    id: field,
    name: `${kind}:${toPointer(at)}`,
    value,
    texts: shownAs(kind, value),
    mistakes: form.mistakes.filter((mistake) => mistake.field === field),
  };
}

/** What stands at a path as a group; an empty one when there is none. */
export function groupAt(form: PartForm, at: Path): Record<string, unknown> {
  const value = settingAt(form.value, at);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** What stands at a path as a list; an empty one when there is none. */
export function listAt(form: PartForm, at: Path): readonly unknown[] {
  const value = settingAt(form.value, at);
  return Array.isArray(value) ? value : [];
}

/** What stands at a path as a text; empty when there is none. */
export function textAt(form: PartForm, at: Path): string {
  return shownAs('text', settingAt(form.value, at))[0] ?? '';
}

/** The settings in a part, or in an entry of it, that the form has not shown so far. */
export function notShown({ value, shown }: Pick<PartForm, 'value' | 'shown'>, at: Path = []): string[] {
  return settingsIn(settingAt(value, at), at).filter((setting) => !shown.has(setting));
}

/** The same of what the form shows as it is, without a field for it. */
export function readAt(form: PartForm, at: Path): string {
  form.shown.add(toField(at));
  return textAt(form, at);
}
