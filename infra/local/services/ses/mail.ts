import { type AddressObject, simpleParser } from 'mailparser';

/** A mail that SES accepted, as `/_local/mails` returns it. */
export interface Mail {
  id: string;
  to: string[];
  from: string;
  subject: string;
  html: string;
  text: string;
  /** By lower-case name; a repeated header is a list. */
  headers: Record<string, string | string[]>;
  at: string;
  /** The message tags, by name. */
  tags?: Record<string, string>;
}

/** Parses a raw mail. The recipients of the call, if any, win over the headers. */
export async function parseMail(
  raw: Buffer,
  { id, at, to }: { id: string; at: string; to?: string[] },
): Promise<Mail> {
  const parsed = await simpleParser(raw);
  const headers: Mail['headers'] = {};
  for (const { key, line } of parsed.headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n[ \t]+/g, ' ')
      .trim();
    const before = headers[key];
    headers[key] = before === undefined ? value : [before, value].flat();
  }
  return {
    id,
    to: to?.length ? to : [parsed.to, parsed.cc, parsed.bcc].flatMap(addresses),
    from: parsed.from?.text ?? '',
    subject: parsed.subject ?? '',
    html: parsed.html || '',
    text: parsed.text ?? '',
    headers,
    at,
  };
}

function addresses(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []]
    .flat()
    .flatMap((part) => part.value)
    .flatMap((entry) => entry.group ?? [entry])
    .flatMap((entry) => entry.address ?? []);
}
