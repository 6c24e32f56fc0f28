import * as z from 'zod/mini';
import type { Manifest } from '../../playbook/files/manifest.ts';
import type { PlaybookChange } from '../../playbook/versions/change.ts';
import type { VersionEntry } from '../../playbook/versions/version.ts';
import { ITEM_LIMIT } from '../declaration.ts';
import { Entity } from '../entity.ts';
import { optional, text } from '../schema.ts';
import type { Table } from '../table.ts';
import { authorSchema } from './author.ts';
import { publishedVersion } from './playbooks.ts';

/** Of every version that was ever current. */
export const versionEntryEntity = new Entity({
  kind: 'entry of a version of the playbook',
  key: 'PLAYBOOK / e#{version:6}',
  holds: () =>
    z.object({
      ...{ version: z.number(), author: authorSchema(), note: text, publishedAt: text },
      ...{ manifest: optional(z.custom<Manifest>()), changes: z.custom<readonly PlaybookChange[]>() },
      more: optional(z.number()),
    }),
  written: 'once',
  lives: 'for good',
  largest: { bytes: ITEM_LIMIT, why: 'some 70 bytes for each of 500 files, and 100 changes' },
});

/** Stores what is told of a version that became current. Doing it again changes nothing. */
export async function putVersionEntry(table: Table, entry: VersionEntry): Promise<void> {
  await versionEntryEntity.put(table, { version: entry.version }, entry);
}

/**
 * What is told of a version, even if whoever published it died before storing that.
 * @returns undefined when there is no such version
 */
export async function versionEntry(table: Table, version: number): Promise<VersionEntry | undefined> {
  return (await versionEntryEntity.get(table, { version })) ?? (await unlisted(table, version));
}

async function unlisted(table: Table, version: number): Promise<VersionEntry | undefined> {
  const stored = await publishedVersion(table, version);
  if (stored === undefined) return undefined;
  const { publishedAt, entry } = stored;
  return entry ?? { version, author: { by: 'deployment' }, note: '', publishedAt, changes: [] };
}

/** The versions that were current, newest first, before a number. */
export function listVersionEntries(
  table: Table,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<VersionEntry[]> {
  const to = { version: (before ?? 1_000_000) - 1 };
  return versionEntryEntity.query(table, {}, { from: { version: 0 }, to, limit, isDescending: true });
}
