import { digestOfAll, type Manifest } from '../../../playbook/files/manifest.ts';
import type { PlaybookFiles } from '../../../playbook/files/playbook-files.ts';
import {
  type DraftedFile,
  type FileDraft,
  overlay,
  REMOVED,
} from '../../../playbook/versions/shared-draft.ts';
import type { VersionEntry } from '../../../playbook/versions/version.ts';
import { listDrafts } from '../../../store/playbook/playbook-drafts.ts';
import { getPlaybookFiles } from '../../../store/playbook/playbook-files.ts';
import { versionEntry } from '../../../store/playbook/playbook-versions.ts';
import { getPublishedPlaybook, type PublishedPlaybook } from '../../../store/playbook/playbooks.ts';
import type { Table } from '../../../store/table.ts';

/** A file of the draft that everybody shares, with its text. */
export interface DraftedText extends DraftedFile {
  /** Empty when the draft removes it. */
  text: string;
  /** The published text; absent when the draft adds the file. */
  live?: string;
}

/** The playbook as it would be published now: what is live, with what people changed. */
export interface SharedDraft {
  live: VersionEntry;
  files: DraftedText[];
  /** One digest for all texts: whoever publishes names what they saw. */
  etag: string;
}

/** The version that is live, with its files. */
export interface LiveVersion {
  current: PublishedPlaybook;
  entry: VersionEntry;
  manifest: Manifest;
}

/** Undefined when nothing was published yet, or only from before files were stored. Strongly consistent. */
export async function liveVersion(table: Table): Promise<LiveVersion | undefined> {
  const current = await getPublishedPlaybook(table);
  const entry = current && (await versionEntry(table, current.version));
  return current && entry?.manifest && { current, entry, manifest: entry.manifest };
}

/**
 * Reads the shared draft: some eight read units, and in a process that has read its texts before.
 * @returns undefined when nothing was published yet, or only from before files were stored
 */
export async function loadDraft(table: Table): Promise<SharedDraft | undefined> {
  const [live, drafts] = await Promise.all([liveVersion(table), listDrafts(table)]);
  if (live === undefined) return undefined;
  const { entry, manifest } = live;
  const texts = await getPlaybookFiles(table, manifest);
  const drafted = new Map(drafts.map((draft) => [draft.path, draft]));
  const files = overlay(manifest, drafts).map((file) => withTexts(file, texts[file.path], drafted));
  return { live: entry, files, etag: etagOfAll(files) };
}

function withTexts(
  file: DraftedFile,
  live: string | undefined,
  drafts: ReadonlyMap<string, FileDraft>,
): DraftedText {
  const text = (file.state === 'same' ? live : drafts.get(file.path)?.text) ?? '';
  return { ...file, text, ...(live !== undefined && { live }) };
}

/** The files that a draft would publish. */
export function filesOf(draft: Pick<SharedDraft, 'files'>): PlaybookFiles {
  return Object.fromEntries(
    draft.files.filter(({ etag }) => etag !== REMOVED).map(({ path, text }) => [path, text]),
  );
}

function etagOfAll(files: readonly DraftedFile[]): string {
  return digestOfAll(Object.fromEntries(files.map(({ path, etag }) => [path, etag])));
}
