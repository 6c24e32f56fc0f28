import { isLanguage, type Language } from '../../domain/language.ts';
import { readYaml } from '../edit/edit-yaml.ts';
import { settingAt } from '../edit/setting-path.ts';
import { MAILS, type PlaybookFiles } from '../files/playbook-files.ts';
import { startingTextsIn } from './starting-texts.ts';

/** A mail in one language, with what of it is still the text that it began with. */
export interface MailToWrite {
  path: string;
  locale: Language;
  texts: string[];
  /** It has the button that confirms a permission. */
  asksToConfirm: boolean;
}

/** A form with what answers it, and what of their words is still to be written. */
export interface GuideSteps {
  form: string;
  title: Partial<Record<Language, string>>;
  /** What of the form is still the text that it began with. */
  texts: string[];
  /** What it starts. */
  sequences: {
    name: string;
    steps: { mail: string; after: string; isRequested: boolean; files: MailToWrite[] }[];
  }[];
}

/** The steps from the first drafts to a guide, for each form; none when the forms cannot be read. */
export function guideSteps(files: PlaybookFiles): GuideSteps[] {
  const forms = entriesOf(readYaml(files['forms.yaml'] ?? '')?.value);
  const sequences = entriesOf(readYaml(files['sequences.yaml'] ?? '')?.value);
  const mails = mailsToWrite(files);
  return forms.map(([form, value]) => ({
    form,
    title: (settingAt(value, ['title']) ?? {}) as GuideSteps['title'],
    texts: textsIn(value).flatMap(startingTextsIn),
    sequences: sequences
      .filter(([, sequence]) => settingAt(sequence, ['start', 'form']) === form)
      .map(([name, sequence]) => ({ name, steps: stepsOf(sequence, mails) })),
  }));
}

/** How many texts of a guide are still to be written, each language for itself. */
export function leftToWrite({ texts, sequences }: GuideSteps): number {
  const mails = sequences.flatMap(({ steps }) => steps.flatMap(({ files }) => files));
  const paths = new Map(mails.map((file) => [file.path, file.texts.length]));
  return texts.length + [...paths.values()].reduce((sum, count) => sum + count, 0);
}

/**
 * The mails that lack the button with which people confirm the permission of a form; none when no mail answers it at once.
 * @returns undefined when one of them has it in each language
 */
export function lacksConfirmation({ sequences }: GuideSteps): (MailToWrite & { mail: string })[] | undefined {
  const answers = sequences.flatMap(({ steps }) => steps.filter(({ isRequested }) => isRequested));
  const asks = answers.some(
    ({ files }) => files.length > 0 && files.every(({ asksToConfirm }) => asksToConfirm),
  );
  if (asks) return undefined;
  return answers.flatMap(({ mail, files }) =>
    files.filter(({ asksToConfirm }) => !asksToConfirm).map((file) => ({ ...file, mail })),
  );
}

function stepsOf(sequence: unknown, mails: ReadonlyMap<string, MailToWrite[]>) {
  const steps = settingAt(sequence, ['steps']);
  return (Array.isArray(steps) ? (steps as unknown[]) : []).map((step) => {
    const mail = String(settingAt(step, ['mail']) ?? '');
    const after = String(settingAt(step, ['after']) ?? '');
    const isRequested = settingAt(step, ['kind']) === 'requested';
    return { mail, after, isRequested, files: mails.get(mail) ?? [] };
  });
}

/** The files of each mail by its name. */
function mailsToWrite(files: PlaybookFiles): Map<string, MailToWrite[]> {
  const mails = new Map<string, MailToWrite[]>();
  for (const [path, text] of Object.entries(files)) {
    const [mail = '', locale] = path.startsWith(MAILS) ? path.slice(MAILS.length).split('.') : [];
    if (!isLanguage(locale)) continue;
    const file = { path, locale, texts: startingTextsIn(text), asksToConfirm: text.includes('confirmUrl') };
    mails.set(mail, [...(mails.get(mail) ?? []), file]);
  }
  return mails;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** All texts in a setting, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
