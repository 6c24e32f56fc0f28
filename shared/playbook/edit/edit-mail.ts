import { editYaml, readYaml } from './edit-yaml.ts';
import { withPosted } from './posted-settings.ts';

/** The file of a mail in two: its settings and its text, each as written. */
export interface MailText {
  head: string;
  body: string;
}

/** The parts of a mail's file; undefined when it does not begin with settings between two lines of dashes. */
export function splitMail(text: string): MailText | undefined {
  const [, head, body] = /^---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|$)(.*)$/ms.exec(text) ?? [];
  return head === undefined || body === undefined || !text.startsWith('---') ? undefined : { head, body };
}

/** The settings of a mail; undefined when they cannot be read. */
export function readMailHead(text: string): unknown {
  const parts = splitMail(text);
  return parts && readYaml(parts.head)?.value;
}

/**
 * The file of a mail with other settings or another text; what is not given stays as it is.
 * @throws RangeError when its settings cannot be read
 */
export function editMail(text: string, change: { head?: unknown; body?: string }): string {
  const parts = splitMail(text);
  if (parts === undefined) throw new RangeError('This mail has no settings');
  const head = change.head === undefined ? parts.head : editYaml(parts.head, change.head);
  const isWindows = text.includes('\r\n');
  const lines = change.body?.replaceAll('\r\n', '\n');
  const isSame = lines === undefined || lines === parts.body.replaceAll('\r\n', '\n');
  const body = isSame ? parts.body : isWindows ? lines.replaceAll('\n', '\r\n') : lines;
  const from = text.indexOf('\n') + 1;
  return (
    text.slice(0, from) + head + text.slice(from + parts.head.length, text.length - parts.body.length) + body
  );
}

/** The file of a mail after its form was sent in. One whose settings cannot be read stays whole. */
export function workOnMail(text: string, fields: Iterable<readonly [name: string, text: string]>): string {
  const head = readMailHead(text);
  if (typeof head !== 'object' || head === null) return text;
  const sent = [...fields];
  const body = sent.find(([name]) => name === 'body')?.[1];
  return editMail(text, { head: withPosted(head, sent), ...(body !== undefined && { body }) });
}
