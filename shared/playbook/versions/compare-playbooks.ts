import { type Language, languages } from '../../domain/language.ts';
import type { Manifest } from '../files/manifest.ts';
import { MAILS, PICTURES } from '../files/playbook-files.ts';
import type { PlaybookContent } from '../playbook.ts';
import type { PlaybookChange } from './change.ts';
import { compareValues } from './compare-values.ts';

/** A playbook as it is compared: what it says, and its files. */
export interface Compared {
  content: PlaybookContent;
  manifest: Manifest;
}

/** What is different between two playbooks, in the order of their files: first the settings, then the mails. */
export function comparePlaybooks(before: Compared, after: Compared): PlaybookChange[] {
  const paths = [...new Set([...Object.keys(before.manifest), ...Object.keys(after.manifest)])].sort();
  const isMail = (path: string) => path.startsWith(MAILS);
  const inOrder = [...paths.filter((path) => !isMail(path)), ...paths.filter(isMail)];
  return inOrder
    .filter((path) => before.manifest[path] !== after.manifest[path])
    .flatMap((file) => (isMail(file) ? mailChanges(file, before, after) : fileChanges(file, before, after)));
}

function fileChanges(file: string, before: Compared, after: Compared): PlaybookChange[] {
  if (before.manifest[file] === undefined) return [{ file, at: [], kind: 'added' }];
  if (after.manifest[file] === undefined) return [{ file, at: [], kind: 'removed' }];
  // Of a picture there is no more to tell than that it is another.
  if (file.startsWith(PICTURES)) return [{ file, at: [], kind: 'changed' }];
  const part = file.replace(/\.yaml$/, '') as keyof PlaybookContent;
  const found = compareValues(before.content[part], after.content[part]);
  return found.length === 0 ? [{ file, at: [], kind: 'text' }] : found.map((one) => ({ file, ...one }));
}

function mailChanges(file: string, before: Compared, after: Compared): PlaybookChange[] {
  const [was, is] = [headOf(file, before), headOf(file, after)];
  const title = (is ?? was)?.subject;
  const about = { file, ...(title !== undefined && { title }) };
  if (before.manifest[file] === undefined) return [{ ...about, at: [], kind: 'added' }];
  if (after.manifest[file] === undefined) return [{ ...about, at: [], kind: 'removed' }];
  const heads = compareValues(was, is).map((one) => ({ ...about, ...one }));
  return heads.length > 0 ? heads : [{ ...about, at: [], kind: 'text' }];
}

/** What an inbox shows of the mail in a file. */
function headOf(file: string, { content }: Compared): { subject: string; preheader: string } | undefined {
  const [name = '', language = ''] = file.slice(MAILS.length).split('.');
  if (!languages.some((known) => known === language)) return undefined;
  return content.mails[name]?.[language as Language];
}
