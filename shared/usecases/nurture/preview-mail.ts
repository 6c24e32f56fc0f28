import type { Language, Localised } from '../../domain/language.ts';
import { senderName } from '../../domain/look/company-of.ts';
import { inventedRecipients, type PreviewedLead } from '../../domain/nurture/mail/invented-recipients.ts';
import type { Mistake } from '../../domain/playbook/mistake.ts';
import { compileMail } from '../../playbook/compiler/compile-mail.ts';
import type { PlaybookFiles } from '../../playbook/files/playbook-files.ts';
import { loadPlaybook } from '../../playbook/load-playbook.ts';
import { fileMistake } from '../../playbook/mistake.ts';
import { suggestion } from '../../playbook/suggestion.ts';
import { type FilledMail, fillInMail } from './fill-in-mail.ts';

export interface PreviewRequest {
  mail: string;
  locale: Language;
  /** A made-up lead with a pending permission by default. */
  lead?: PreviewedLead;
  /** The targets of its links; made up by default. */
  website?: string;
  api?: string;
}

/** A mail as one person would get it, with the name of its sender, or the mistakes in the playbook. */
export type Preview = ({ ok: true; from: string } & FilledMail) | { ok: false; mistakes: Mistake[] };

/**
 * Compiles and renders a mail of a playbook, without tracking.
 * @throws Error with a suggestion, if there is no mail of this name
 */
export async function previewMail(files: PlaybookFiles, request: PreviewRequest): Promise<Preview> {
  const loaded = loadPlaybook(files);
  if (!loaded.ok) return loaded;
  const { content, mails } = loaded;
  const source = mails.find(({ name, locale }) => name === request.mail && locale === request.locale);
  if (source === undefined)
    throw new Error(`There is no mail "${request.mail}"; ${didYouMean(request.mail, mails).en}`);
  try {
    const {
      lead = inventedRecipients.pending,
      website = 'https://www.example.com',
      api = 'https://leads.example.com',
    } = request;
    const template = await compileMail(source, content);
    return { ok: true, from: senderName(content), ...fillInMail(template, { lead, website, api }) };
  } catch (error) {
    const { message } = error as Error;
    const problem = {
      nl: 'van deze tekst is geen mail te maken',
      en: `this mail cannot be compiled: ${message}`,
    };
    const remedy = { nl: 'schrijf hem eenvoudiger', en: 'write it more simply' };
    return { ok: false, mistakes: [fileMistake(source.file, { problem, remedy })] };
  }
}

function didYouMean(name: string, mails: readonly { name: string }[]): Localised {
  return suggestion(name, [...new Set(mails.map((mail) => mail.name))]);
}
