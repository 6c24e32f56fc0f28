/**
 * An e-mail address in its normal form: trimmed, lower case, the domain in ASCII. Dots and `+tags` stay: only the
 * receiving server knows whether they mean another mailbox (RFC 5321, 2.4).
 * @returns undefined when the text is not the address of a mailbox on the internet
 */
export function normaliseEmail(text: string): string | undefined {
  const trimmed = text.normalize('NFC').trim();
  const at = trimmed.lastIndexOf('@');
  const local = trimmed.slice(0, at).toLowerCase();
  const domain = asciiDomain(trimmed.slice(at + 1));
  if (at < 1 || domain === undefined) return undefined;
  if (local.length > 64 || !LOCAL_PART.test(local)) return undefined;
  return `${local}@${domain}`;
}

/** The part after the `@` of a normalised address. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}

/** RFC 5322 dot-atom, with letters of any script (RFC 6531). */
const LOCAL_PART = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

function asciiDomain(domain: string): string | undefined {
  if (!/^[^\s\p{Cc}/\\?#@:[\]%]+$/u.test(domain)) return undefined;
  const hostname = URL.parse(`http://${domain}`)?.hostname ?? '';
  return DOMAIN.test(hostname) ? hostname : undefined;
}
