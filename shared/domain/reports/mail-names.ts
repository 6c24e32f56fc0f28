import { clean } from '../clean-text.ts';
import type { Mail } from '../nurture/mailing.ts';

const TARGET_LENGTH = 80;

/** The parts of a mail's name in the reports. */
export interface MailName {
  sequence: string;
  step: string;
  /** Empty for a mail that was sent before languages were stored. */
  language: string;
}

type Named = Pick<Mail, 'sequence' | 'step'> & { locale?: string };

/** The name under which a mail of the playbook is counted. */
export function mailName({ sequence, step, locale }: Named): string {
  return `${sequence}/${step}/${locale ?? ''}`;
}

/** The parts of a mail's name, or of a link's. */
export function mailNameIn(name: string): MailName {
  const [sequence = '', step = '', rest = ''] = name.split('/');
  return { sequence, step, language: rest.split(' ')[0] ?? '' };
}

/** The name under which a link of a mail is counted; undefined when the mail has no such link. */
export function linkName(mail: Mail, link: number): string | undefined {
  const target = targetOf(mail.links[link]);
  return target === undefined ? undefined : `${mailName(mail)} ${target}`;
}

/** Where a link of a mail leads, from its name. */
export function targetIn(name: string): string {
  return name.slice(name.indexOf(' ') + 1);
}

/** The page of a link. Without query and fragment, and without a part that may be an address: those can name a person. */
function targetOf(link: string | undefined): string | undefined {
  const url = link === undefined ? null : URL.parse(link);
  if (url === null) return undefined;
  const path = url.pathname.split('/').map((part) => (/@|%40/i.test(part) ? '…' : part));
  return clean(`${url.host}${path.join('/')}`.replaceAll('|', ' '), TARGET_LENGTH);
}
