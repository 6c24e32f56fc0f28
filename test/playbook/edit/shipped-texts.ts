import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const parts = [
  ...['scoring', 'fit', 'fields', 'forms', 'agreement'],
  ...['sales', 'mailing', 'sequences', 'newsletter', 'company'],
];

/** The texts of the parts that ship. */
export const shipped = Object.fromEntries(
  parts.map((part) => [
    part,
    readFileSync(join(import.meta.dirname, `../../../shared/playbook/${part}.yaml`), 'utf8'),
  ]),
);

/** Lines that others do not have, as often as they do not. */
export function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What stands behind a `#`. */
export const remarksIn = (text: string) =>
  text.split(/\r?\n/).flatMap((line) => /(^|\s)#.*/.exec(line)?.[0].trim() ?? []);
