import type { MailTemplate } from '../domain/mail/template.ts';
import type { MailVariables } from '../domain/mail/variables.ts';

/** Where opens and clicks of this mail are recorded. */
export interface Tracking {
  /** The address of this system's API, without a slash at the end. */
  api: string;
  mail: string;
}

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
  /** Where the links point, by number: link n is `/c/{mail}/n`. Those about permission have no number. */
  links: string[];
}

/** The mail for one person. With `tracking`, its links lead through the API and it carries the pixel. */
export function renderMail(
  _template: MailTemplate,
  _variables: MailVariables,
  _tracking?: Tracking,
): RenderedMail {
  throw new Error('Not written yet');
}
