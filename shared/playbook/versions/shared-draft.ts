import type { Instant } from '../../domain/time.ts';
import { digestOf, type Manifest } from '../files/manifest.ts';
import type { Author } from './version.ts';

/** What somebody made of one file, not published yet. */
export interface FileDraft {
  path: string;
  /** Undefined: the file was removed. */
  text?: string;
  /** The digest of the published text that it began from; undefined when there was none. */
  from?: string;
  by: Author;
  at: Instant;
}

/**
 * `changed`, `added`, `removed`: from what is live. `behind`: so too, but somebody published another text of this file
 * since; publishing the draft would take that back.
 */
export type FileState = 'same' | 'changed' | 'added' | 'removed' | 'behind';

/** A file of the draft that everybody shares: the published one, or what somebody made of it. */
export interface DraftedFile {
  path: string;
  /** The digest of its text, or `REMOVED`: whoever saves names the one that they read. */
  etag: string;
  state: FileState;
  /** Who saved it last, and when; absent when it is as published. */
  by?: Author;
  at?: Instant;
}

/** What stands for the digest of a file that is not there. */
export const REMOVED = 'removed';

/** The etag of a draft of a file. */
export function etagOf({ text }: Pick<FileDraft, 'text'>): string {
  return text === undefined ? REMOVED : digestOf(text);
}

/** All files of the shared draft, by path; those that the draft removes are among them. */
export function overlay(live: Manifest, drafts: readonly FileDraft[]): DraftedFile[] {
  const byPath = new Map(drafts.map((draft) => [draft.path, draft]));
  const paths = new Set([...Object.keys(live), ...byPath.keys()]);
  return [...paths].sort().flatMap((path) => draftedFile(path, live[path], byPath.get(path)) ?? []);
}

/** A file of the shared draft; undefined when it is neither published nor in a draft. */
export function draftedFile(
  path: string,
  live: string | undefined,
  draft: FileDraft | undefined,
): DraftedFile | undefined {
  const etag = draft ? etagOf(draft) : live;
  if (etag === undefined || (etag === REMOVED && live === undefined)) return undefined;
  if (draft === undefined || etag === live) return { path, etag, state: 'same' };
  const { by, at } = draft;
  const state =
    draft.from !== live ? 'behind' : live === undefined ? 'added' : etag === REMOVED ? 'removed' : 'changed';
  return { path, etag, state, by, at };
}
