import { isLanguage, type Language } from '../../../../domain/language.ts';
import { startingTextsIn } from '../../../../playbook/new/starting-texts.ts';
import type { DraftedFile } from '../../../../playbook/versions/shared-draft.ts';
import { subjectOf } from './subject-of.ts';

/** A mail of the shared draft, with its file and subject in each language. */
export interface DraftedMail {
  name: string;
  /** A language is missing where its subject cannot be read. */
  subjects: Partial<Record<Language, string>>;
  files: (DraftedFile & {
    locale: Language;
    /** How many of its texts are still those that it began with. */
    unwritten: number;
  })[];
}

const MAIL = /^mails\/([^.]+)\.([a-z]{2})\.md$/;

/** The mails among the files of the shared draft, by name. Files that are named otherwise are no mails. */
export function draftedMails(files: readonly (DraftedFile & { text: string })[]): DraftedMail[] {
  const mails = new Map<string, DraftedMail>();
  for (const { text, ...file } of files) {
    const [, name, locale] = MAIL.exec(file.path) ?? [];
    if (name === undefined || !isLanguage(locale)) continue;
    const mail = mails.get(name) ?? { name, subjects: {}, files: [] };
    const subject = subjectOf(text);
    mail.files.push({ ...file, locale, unwritten: startingTextsIn(text).length });
    if (subject !== undefined) mail.subjects[locale] = subject;
    mails.set(name, mail);
  }
  return [...mails.values()];
}
