import { readMailHead } from '../../../../playbook/edit/edit-mail.ts';

/** The subject in the text of a mail; undefined when it has none, or it cannot be read. */
export function subjectOf(text: string): string | undefined {
  const head = readMailHead(text);
  if (typeof head !== 'object' || head === null || !('subject' in head)) return undefined;
  return typeof head.subject === 'string' && head.subject !== '' ? head.subject : undefined;
}
