import { domainOf } from './email.ts';

/** Google's names for one service, where dots mean nothing: https://support.google.com/mail/answer/7436150 */
const GOOGLE = new Set(['gmail.com', 'googlemail.com']);

/**
 * The mailbox that a normalised address most likely leads to, for counting what it gets: `+tags` are left out, and at
 * Gmail dots. Only the receiving server knows (RFC 5233), so never send to it, and never take two people for one.
 */
export function mailboxOf(email: string): string {
  const domain = domainOf(email);
  const local = email.slice(0, -domain.length - 1);
  const name = /^[^+]+/.exec(local)?.[0] ?? local;
  return GOOGLE.has(domain) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`;
}
