import { MAILS } from '../files/playbook-files.ts';
import type { PlaybookChange } from '../versions/change.ts';
import { compareValues } from '../versions/compare-values.ts';
import { readMailHead } from './edit-mail.ts';
import { readYaml } from './edit-yaml.ts';
import { settingAt } from './setting-path.ts';

/** A file of the draft, with the text that is live; either is absent when the file is new or removed. */
export interface ChangedFile {
  path: string;
  text?: string;
  live?: string;
}

/** What a draft changes from what is live, whether or not its files have mistakes. */
export function draftChanges(files: readonly ChangedFile[]): PlaybookChange[] {
  return files.filter(({ text, live }) => text !== live).flatMap(changesOf);
}

function changesOf({ path: file, text, live }: ChangedFile): PlaybookChange[] {
  const isMail = file.startsWith(MAILS);
  const readOf = (one = '') => (isMail ? readMailHead(one) : readYaml(one)?.value);
  const subject = isMail ? settingAt(readOf(text ?? live), ['subject']) : undefined;
  const about = { file, ...(typeof subject === 'string' && { title: subject }) };
  if (live === undefined) return [{ ...about, at: [], kind: 'added' }];
  if (text === undefined) return [{ ...about, at: [], kind: 'removed' }];
  const [before, after] = [readOf(live), readOf(text)];
  const found = before === undefined || after === undefined ? [] : compareValues(before, after);
  return found.length === 0
    ? [{ ...about, at: [], kind: 'text' }]
    : found.map((one) => ({ ...about, ...one }));
}
