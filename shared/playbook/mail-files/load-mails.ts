import { isDeepStrictEqual } from 'node:util';
import { isLanguage, type Localised, languages } from '../../domain/language.ts';
import { mailFrontSchema } from '../../domain/nurture/mail/template.ts';
import type { Mistake, Problem } from '../../domain/playbook/mistake.ts';
import { variablesOf } from '../checks/mails/liquid-checks.ts';
import { mailMistakes } from '../checks/mails/mail-checks.ts';
import { MAILS, PICTURES, type PlaybookFiles } from '../files/playbook-files.ts';
import { byPlace, fileMistake } from '../mistake.ts';
import { schemaFindings } from '../schema/schema-findings.ts';
import { linksOf } from './mail-links.ts';
import { type MailDraft, type MailSource, parseMail } from './mail-source.ts';

/** A mail without mistakes, with its variables and links. */
export interface WrittenMail extends MailSource {
  variables: string[];
  /** The paths of the company's website that it links to. */
  paths: string[];
}

export interface LoadedMails {
  mails: WrittenMail[];
  /** The names of all mails, including those with mistakes. */
  names: string[];
  mistakes: Mistake[];
}

const languageNames: Localised<Intl.DisplayNames> = {
  nl: new Intl.DisplayNames('nl', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
};
const FILE_NAME = /^([a-z][a-z0-9-]{0,39})\.([a-z]{2})\.md$/;

/** Reads the mails of a playbook: a file for each mail and language, such as `mails/whitepaper.nl.md`. */
export function loadMails(files: PlaybookFiles): LoadedMails {
  const paths = Object.keys(files)
    .filter((path) => path.startsWith(MAILS))
    .sort();
  const pictures = Object.keys(files).filter((path) => path.startsWith(PICTURES));
  const drafts: ReadMail[] = [];
  const mistakes: Mistake[] = [];
  for (const file of paths) {
    const [, mail, locale] = FILE_NAME.exec(file.slice(MAILS.length)) ?? [];
    if (mail !== undefined && isLanguage(locale)) {
      drafts.push(readMail({ file, name: mail, locale, text: files[file] ?? '' }, pictures));
    } else {
      mistakes.push(fileMistake(file, WRONG_NAME));
    }
  }
  const mails: WrittenMail[] = [];
  for (const draft of drafts) {
    mistakes.push(...draft.mistakes, ...missingTranslations(draft, drafts));
    if (draft.mail !== undefined) mails.push(draft.mail);
  }
  if (paths.length === 0) mistakes.push(fileMistake('mails', NO_MAILS));
  return { mails, names: [...new Set(drafts.map(({ name }) => name))], mistakes };
}

const WRONG_NAME: Problem = {
  problem: { nl: 'een mail kan niet zo heten', en: 'a mail cannot have this name' },
  remedy: {
    nl: 'geef hem een naam in kleine letters en een taal, zoals welcome.nl.md of welcome.en.md',
    en: 'give it a name in small letters and a language, such as welcome.nl.md or welcome.en.md',
  },
};
const NO_MAILS: Problem = {
  problem: { nl: 'er zijn geen mails', en: 'there are no mails' },
  remedy: {
    nl: 'zet deze map terug uit een eerdere versie',
    en: 'restore this folder from an earlier version',
  },
};

/** What a file of a mail says by itself. */
interface ReadMail extends Pick<MailDraft, 'file' | 'name' | 'locale'> {
  text: string;
  /** The pictures that there were. */
  pictures: readonly string[];
  mistakes: readonly Mistake[];
  /** Undefined when it has mistakes. */
  mail: WrittenMail | undefined;
}

/** The mails that were read last, by path: whoever types changes one of many. */
const readLast = new Map<string, ReadMail>();
const REMEMBERED = 500;

function readMail(
  given: Pick<ReadMail, 'file' | 'name' | 'locale' | 'text'>,
  pictures: readonly string[],
): ReadMail {
  const { file, name, locale, text } = given;
  const last = readLast.get(file);
  if (last?.text === text && isDeepStrictEqual(last.pictures, pictures)) return last;
  const draft = parseMail(file, name, locale, text);
  const mistakes = byPlace([...frontMistakes(draft), ...mailMistakes(draft, pictures)]);
  const read = { ...given, pictures, mistakes, mail: mistakes.length === 0 ? written(draft) : undefined };
  if (readLast.size >= REMEMBERED) readLast.clear();
  readLast.set(file, read);
  return read;
}

function frontMistakes({ front }: MailDraft): Mistake[] {
  if (front.mistakes.length > 0) return front.mistakes;
  return schemaFindings(mailFrontSchema, front.value).map(front.mistakeOf);
}

function missingTranslations({ file, name, locale }: ReadMail, drafts: readonly ReadMail[]): Mistake[] {
  const missing = languages.filter(
    (other) => !drafts.some((draft) => draft.name === name && draft.locale === other),
  );
  const problem = {
    nl: `deze mail is er alleen in het ${languageNames.nl.of(locale)}`,
    en: `this mail exists in ${languageNames.en.of(locale)} only`,
  };
  return missing.map((other) => {
    const path = `mails/${name}.${other}.md`;
    return fileMistake(file, { problem, remedy: { nl: `schrijf ook ${path}`, en: `write ${path} too` } });
  });
}

function written(draft: MailDraft): WrittenMail {
  const { file, name, locale, body } = draft;
  const head = mailFrontSchema.parse(draft.front.value);
  const paths = linksOf(body).flatMap(({ path }) => path ?? []);
  return { file, name, locale, body, head, variables: variablesOf(body), paths };
}
