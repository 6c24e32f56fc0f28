import { isDeepStrictEqual } from 'node:util';
import type { Localised } from '../../domain/language.ts';
import { editYaml, readYaml } from '../edit/edit-yaml.ts';
import type { PlaybookFiles } from '../files/playbook-files.ts';
import { type Guide, isNewName, type WrongGuide, wrongIn } from './guide.ts';
import { guideMail, plainMail, tipMail } from './new-mails.ts';
import { guideForm, guideSequence, visitSequence } from './new-settings.ts';

export const NEW_KINDS = ['form', 'mail', 'sequence'] as const;
export type NewKind = (typeof NEW_KINDS)[number];

/** Why nothing is made. `taken`: this path or setting has the name. `unreadable`: this file. Else: what is wrong. */
export type NotMade = { ok: false; why: 'taken' | 'unreadable' | WrongGuide; where: string };

/** `changed`: the paths that are to be written, the mails first; those that say it already are not among them. */
export type NewFiles = { ok: true; files: PlaybookFiles; changed: string[] } | NotMade;

/**
 * The files of a guide in every language, without a mistake: its form, the mail that answers it, the mails that follow,
 * and the sequence that sends them. What is there already and says the same stays, so what was made by half is made whole.
 * @param files the playbook as it is; what is there stays as it is
 * @param form one that is there already and stays as it is: it gets what answers it
 */
export function newGuide(files: PlaybookFiles, guide: Guide, { form }: { form?: string } = {}): NewFiles {
  const { name, title, mails: count, subject } = guide;
  const wrong = wrongIn(guide);
  if (wrong !== undefined) return { ok: false, why: wrong, where: name };
  if (form !== undefined && !Object.hasOwn(groupIn(files, 'forms.yaml') ?? {}, form))
    return { ok: false, why: 'form', where: form };
  const words = (groupIn(files, 'mailing.yaml')?.subjects ?? {}) as Record<string, Localised>;
  if (!Object.hasOwn(words, subject)) return { ok: false, why: 'subject', where: subject };
  const around = {
    subject: words[subject] as Localised,
    fields: Object.keys(groupIn(files, 'fields.yaml') ?? {}),
  };
  const mails: PlaybookFiles = Object.assign(
    guideMail(`${name}-answer`, title),
    ...Array.from({ length: count }, (_, index) => tipMail(`${name}-${index + 1}`, title, index + 1)),
  );
  return withNew(files, mails, {
    ...(form === undefined && { 'forms.yaml': [name, guideForm(guide, around)] }),
    'sequences.yaml': [name, guideSequence(guide, form ?? name)],
  });
}

/** The files of a new mail in every language; with the button that confirms a permission, it answers a form. */
export function newMail(files: PlaybookFiles, name: string, { asksToConfirm = false } = {}): NewFiles {
  if (!isNewName(name)) return { ok: false, why: 'name', where: name };
  return withNew(files, plainMail(name, { asksToConfirm }), {});
}

/** The files of a new sequence that follows a visit, with its first two mails in every language. */
export function newSequence(files: PlaybookFiles, name: string, subject: string): NewFiles {
  if (!isNewName(name)) return { ok: false, why: 'name', where: name };
  const mails = Object.assign(
    {},
    ...[1, 2].map((number) => plainMail(`${name}-${number}`, { asksToConfirm: false })),
  ) as PlaybookFiles;
  return withNew(files, mails, { 'sequences.yaml': [name, visitSequence(name, subject)] });
}

/** The first subject of a playbook; undefined when it has none, or they cannot be read. */
export function firstSubject(files: PlaybookFiles): string | undefined {
  return Object.keys((groupIn(files, 'mailing.yaml')?.subjects ?? {}) as object)[0];
}

type Settings = Record<string, readonly [name: string, value: object]>;

function withNew(files: PlaybookFiles, mails: PlaybookFiles, settings: Settings): NewFiles {
  const added: Record<string, string> = {};
  for (const [path, text] of Object.entries(mails)) {
    if (files[path] === text) continue;
    if (files[path] !== undefined) return { ok: false, why: 'taken', where: path };
    added[path] = text;
  }
  for (const [path, [name, value]] of Object.entries(settings)) {
    const group = groupIn(files, path);
    if (group === undefined) return { ok: false, why: 'unreadable', where: path };
    if (Object.hasOwn(group, name)) {
      if (isDeepStrictEqual(group[name], value)) continue;
      return { ok: false, why: 'taken', where: path };
    }
    added[path] = editYaml(files[path] ?? '', { ...group, [name]: value });
  }
  return { ok: true, files: { ...files, ...added }, changed: Object.keys(added) };
}

/** The settings of a file; undefined when they cannot be read. */
function groupIn(files: PlaybookFiles, path: string): Record<string, unknown> | undefined {
  const value = readYaml(files[path] ?? '')?.value;
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
