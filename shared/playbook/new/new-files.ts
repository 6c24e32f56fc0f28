import type { PlaybookFiles } from '../files/playbook-files.ts';
import { parseYaml } from '../yaml/yaml-source.ts';
import { answerMail, laterMail } from './new-mails.ts';
import { newForm, newSequence } from './new-settings.ts';

export const NEW_KINDS = ['form', 'mail', 'sequence'] as const;
export type NewKind = (typeof NEW_KINDS)[number];

/** `invalid`: not small letters, digits and dashes. `taken`: this path or setting has the name. `unreadable`: this file. */
export type NewFiles =
  | { ok: true; files: PlaybookFiles; changed: string[] }
  | { ok: false; why: 'invalid' | 'taken' | 'unreadable'; where: string };

const NAME = /^[a-z][a-z0-9-]{0,29}$/;

/**
 * The files of a new form, mail or sequence, in every language, ready to be written anew: a form with the mail that
 * answers it and the sequence that sends that, a sequence with its first two mails.
 * @param files the playbook as it is; what is there stays as it is
 */
export function newFiles(files: PlaybookFiles, kind: NewKind, name: string): NewFiles {
  if (!NAME.test(name)) return { ok: false, why: 'invalid', where: name };
  const names = kind === 'mail' ? [name] : kind === 'form' ? [`${name}-answer`] : [`${name}-1`, `${name}-2`];
  const mails = Object.assign({}, ...names.map(kind === 'form' ? answerMail : laterMail)) as PlaybookFiles;
  const there = Object.keys(mails).find((path) => files[path] !== undefined);
  if (there !== undefined) return { ok: false, why: 'taken', where: there };
  const added: Record<string, string> = { ...mails };
  if (kind !== 'mail') {
    const subject = Object.keys(groupIn(files, 'mailing.yaml', 'subjects') ?? {})[0];
    if (subject === undefined) return { ok: false, why: 'unreadable', where: 'mailing.yaml' };
    const settings = [
      ...(kind === 'form' ? [['forms.yaml', newForm(name, subject)] as const] : []),
      ['sequences.yaml', newSequence(kind, name, subject)] as const,
    ];
    for (const [path, text] of settings) {
      const group = groupIn(files, path);
      if (group === undefined) return { ok: false, why: 'unreadable', where: path };
      if (Object.hasOwn(group, name)) return { ok: false, why: 'taken', where: path };
      added[path] = `${(files[path] ?? '').trimEnd()}\n\n${text}`;
    }
  }
  return { ok: true, files: { ...files, ...added }, changed: Object.keys(added).sort() };
}

/** The settings of a file, or a group of them; undefined when they cannot be read. */
function groupIn(files: PlaybookFiles, path: string, name?: string): object | undefined {
  const whole = parseYaml(path, files[path] ?? '').value;
  const group = name === undefined ? whole : (whole as Record<string, unknown> | undefined)?.[name];
  return typeof group === 'object' && group !== null ? group : undefined;
}
