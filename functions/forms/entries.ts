import { type FormInput, isTicked } from '../../shared/domain/forms/answers.ts';

/** A field as it was sent: each character of the name and of a text is one byte. `charset` is the entry's own. */
export interface Entry {
  name: string;
  value: string | Blob;
  charset?: string | undefined;
}

/** What browsers take a page for that names no encoding (WHATWG HTML, 13.2.3.2). */
const UNNAMED = ['utf-8', 'windows-1252'];

/**
 * The fields of a form. Their encoding is their own, that of the field `_charset_`, which browsers fill in, or else
 * `charset`.
 */
export function readEntries(
  entries: readonly Entry[],
  charset: string | undefined,
): FormInput | 'wrong-encoding' {
  const named = entries.find(({ name }) => name === '_charset_')?.value;
  const encoding = (typeof named === 'string' && named) || charset;
  for (const each of encoding === undefined ? UNNAMED : [encoding]) {
    try {
      return inputOf(entries.map((entry) => decoded(entry, entry.charset ?? each)));
    } catch {
      // Not in this encoding, or none that exists.
    }
  }
  return 'wrong-encoding';
}

function decoded({ name, value }: Entry, encoding: string): [string, string | Blob] {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const read = (bytes: string) => {
    const text = decoder.decode(Buffer.from(bytes, 'latin1'));
    return decoder.encoding === 'utf-8' ? text : text.replace(/&#(\d{1,7});/g, withCharacter);
  };
  return [read(name), typeof value === 'string' ? read(value) : value];
}

/** The last of fields with one name counts. Of permissions a `yes` does: pages send a hidden `no` beside the checkbox. */
function inputOf(decoded: readonly [string, string | Blob][]): FormInput {
  const fields = decoded.map(([name, value]) => [name.replace(/\[\]$/, ''), value] as const);
  const given = fields.find(([name, value]) => name === 'permission' && isTicked(value));
  return Object.fromEntries(given === undefined ? fields : [...fields, given]);
}

/** Browsers write what the page's encoding lacks as a number, such as `&#321;` (WHATWG Encoding, 4.3). */
function withCharacter(written: string, number: string): string {
  const code = Number(number);
  return code > 0x10ffff ? written : String.fromCodePoint(code).toWellFormed();
}
