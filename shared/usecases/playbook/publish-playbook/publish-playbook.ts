import { isDeepStrictEqual } from 'node:util';
import type { CompiledPlaybook } from '../../../playbook/compile-playbook.ts';
import { digestOfAll, type Manifest, manifestOf } from '../../../playbook/files/manifest.ts';
import { comparePlaybooks } from '../../../playbook/versions/compare-playbooks.ts';
import type { Author, VersionEntry } from '../../../playbook/versions/version.ts';
import { putMailTemplates } from '../../../store/nurture/mail-templates.ts';
import { putPlaybookFiles } from '../../../store/playbook/playbook-files.ts';
import { putVersionEntry, versionEntry } from '../../../store/playbook/playbook-versions.ts';
import {
  getPublishedPlaybook,
  type PublishedPlaybook,
  type PublishedVersion,
  publishedVersion,
  putCurrentPlaybook,
  putPublishedVersion,
} from '../../../store/playbook/playbooks.ts';
import type { Table } from '../../../store/table.ts';
import { untilWritten } from '../../../store/until-written.ts';
import { type PublishSystem, startJobs } from './start-jobs.ts';

/** Who publishes, and over what. */
export interface Publication {
  author: Author;
  note: string;
  /** Only over this version, 0 for none; over any when left out. */
  over?: number;
}

export type Published =
  | { result: 'published'; version: number }
  /** Somebody else published first: this version is current now. */
  | { result: 'overtaken'; version: number };

/** How many differences are stored with a version. */
const MOST_CHANGES = 100;

/**
 * Stores the playbook as a new version, makes it current and starts its jobs: all leads are rescored, the issues of the
 * newsletter sent, reports rolled up each night, stalled leads offered each week. The same playbook keeps its number.
 * It may stop between any two steps and be repeated.
 */
export async function publishPlaybook(
  system: PublishSystem,
  playbook: CompiledPlaybook,
  publication: Publication,
): Promise<Published> {
  const published = await untilWritten<Published>(async (before) => {
    const current = await getPublishedPlaybook(system.table);
    if (current?.hash === playbook.hash) return { result: 'published', version: current.version };
    const { over = current?.version ?? 0 } = publication;
    if (over !== (current?.version ?? 0)) return { result: 'overtaken', version: current?.version ?? 0 };
    return publishOver(system, current, { playbook, publication, before });
  });
  if (published.result === 'overtaken') return published;
  const { table } = system;
  const entry = await versionEntry(table, published.version);
  if (entry) await putVersionEntry(table, entry);
  await startJobs(system, { ...playbook.content, version: published.version });
  return published;
}

/** One attempt to make a playbook the current one; `before`: how many attempts there were. */
async function publishOver(
  { table, now }: PublishSystem,
  current: PublishedPlaybook | undefined,
  { playbook, publication, before }: { playbook: CompiledPlaybook; publication: Publication; before: number },
): Promise<Published | 'conflict'> {
  const { hash, content, templates, files } = playbook;
  const { author, note } = publication;
  const last = current && (await versionEntry(table, current.version));
  const manifest = manifestOf(files);
  const digest = digestOfAll(manifest);
  const deployed = author.by === 'deployment' ? digest : current?.deployed;
  const version = (current?.version ?? 0) + 1 + before;
  const known = { version, hash, content, publishedAt: now(), files: digest };
  const next: PublishedPlaybook = { ...known, ...(deployed !== undefined && { deployed }) };
  const changes = current ? changesBetween(current, last?.manifest, playbook, manifest) : { changes: [] };
  const entry: VersionEntry = { version, author, note, publishedAt: known.publishedAt, manifest, ...changes };
  await putPlaybookFiles(table, files, last?.manifest);
  if (!(await takeNumber(table, { ...next, entry }))) return 'conflict';
  await putMailTemplates(table, version, templates);
  // Whoever published the current version may have died before its entry: nobody else would store it.
  if (last) await putVersionEntry(table, last);
  const written = await putCurrentPlaybook(table, next, current?.version);
  return written === 'conflict' ? written : { result: 'published', version };
}

/** Whether the number is free, or an attempt that stopped gave it to the same playbook of the same author. */
async function takeNumber(table: Table, next: PublishedVersion): Promise<boolean> {
  if ((await putPublishedVersion(table, next)) === 'written') return true;
  const stored = await publishedVersion(table, next.version);
  return (
    stored?.hash === next.hash &&
    stored.entry?.note === next.entry?.note &&
    isDeepStrictEqual(stored.entry?.author, next.entry?.author)
  );
}

/** The differences that are stored; none to a version whose files are not known. */
function changesBetween(
  { content }: PublishedPlaybook,
  before: Manifest | undefined,
  after: CompiledPlaybook,
  manifest: Manifest,
): Pick<VersionEntry, 'changes' | 'more'> {
  if (before === undefined) return { changes: [] };
  const all = comparePlaybooks({ content, manifest: before }, { content: after.content, manifest });
  const more = all.length - MOST_CHANGES;
  return { changes: all.slice(0, MOST_CHANGES), ...(more > 0 && { more }) };
}
