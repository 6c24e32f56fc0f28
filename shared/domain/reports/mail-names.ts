import { clean } from '../clean-text.ts';
import type { Mail } from '../nurture/mailing.ts';

const TARGET_LENGTH = 80;

/** The parts of a mail's name in the reports. */
export interface MailName {
  sequence: string;
  step: string;
  /** Empty for a mail that was sent before languages were stored. */
  language: string;
  /** Of a mail that counts for a test. */
  test?: { name: string; variant: string };
}

type Named = Pick<Mail, 'sequence' | 'step'> & { locale?: string; test?: Mail['test'] };

/** The name under which a mail of the playbook is counted; a mail that counts for a test has its variant in it. */
export function mailName({ sequence, step, locale, test }: Named): string {
  const name = `${sequence}/${step}/${locale ?? ''}`;
  return test?.counts ? `${name}/${test.test}.${test.variant}` : name;
}

/** The parts of a mail's name, or of a link's. */
export function mailNameIn(name: string): MailName {
  const [own = ''] = name.split(' ');
  const [sequence = '', step = '', language = '', variant] = own.split('/');
  return { sequence, step, language, ...(variant !== undefined && { test: testIn(variant) }) };
}

/** The name of the variant of a mail in all languages; undefined for what is no variant. */
export function inAllLanguages(name: string): string | undefined {
  const { sequence, step, test } = mailNameIn(name);
  return test && mailName({ sequence, step, test: { test: test.name, variant: test.variant, counts: true } });
}

function testIn(variant: string): { name: string; variant: string } {
  const [name = '', own = ''] = variant.split('.');
  return { name, variant: own };
}

/**
 * The name under which a link of a mail is counted, in all its variants together; undefined when the mail has no such
 * link.
 */
export function linkName({ test: _, ...mail }: Mail, link: number): string | undefined {
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
