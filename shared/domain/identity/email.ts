import { withoutInvisible } from '../clean-text.ts';

/**
 * An e-mail address in its normal form: lower case, the domain in ASCII, without what comes along when it is copied or
 * typed: invisible characters, a name (`Ann <ann@acme.nl>`), `mailto:`, a full stop at the end. Dots and `+tags` stay:
 * only the receiving server knows whether they mean another mailbox (RFC 5321, 2.4).
 * @returns undefined when the text is not the address of a mailbox on the internet
 */
export function normaliseEmail(text: string): string | undefined {
  const bare = withoutWrapping(withoutInvisible(text.normalize('NFC')));
  const at = bare.lastIndexOf('@');
  const local = bare.slice(0, at).toLowerCase();
  const domain = asciiDomain(bare.slice(at + 1));
  if (at < 1 || domain === undefined) return undefined;
  if (local.length > 64 || !LOCAL_PART.test(local)) return undefined;
  const email = `${local}@${domain}`;
  return email.length > LONGEST ? undefined : email;
}

/** Whether SES takes mail for a normalised address: it has no SMTPUTF8, so the part before the `@` has to be ASCII. */
export function isMailable(email: string): boolean {
  return /^[\x21-\x7e]+$/.test(email);
}

/** The part after the `@` of a normalised address. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}

/** RFC 5321, 4.5.3.1.3. */
const LONGEST = 254;
/** RFC 5322 dot-atom, with characters of any script (RFC 6531). */
const LOCAL_PART = /^(?!\.)(?:\.?(?:[\w!#$%&'*+/=?^`{|}~-]|[^\p{ASCII}\p{Z}\p{C}]))+$/u;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

function withoutWrapping(text: string): string {
  const inBrackets = /^[^<>@]*<([^<>]*)>$/.exec(text.trim())?.[1] ?? text;
  return inBrackets
    .trim()
    .replace(/^mailto:\s*([^?]*).*$/i, '$1')
    .replace(/[\uff20\ufe6b]/g, '@')
    .replace(/[.,;]+$/, '');
}

/** Letters and digits of any script, dots and dashes: a domain has no quotes or other signs (RFC 5892). */
const NAMES = /^[\p{L}\p{M}\p{N}.。．｡·-]+$/u;

function asciiDomain(text: string): string | undefined {
  // Word processors write other dashes than the one of a domain.
  const domain = text.replace(/[\p{Pd}\u2212]/gu, '-');
  if (!NAMES.test(domain)) return undefined;
  const hostname = URL.parse(`http://${domain}`)?.hostname ?? '';
  return DOMAIN.test(hostname) ? hostname : undefined;
}
