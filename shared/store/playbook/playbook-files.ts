import * as z from 'zod/mini';
import { digestOf, type Manifest } from '../../playbook/files/manifest.ts';
import type { PlaybookFiles } from '../../playbook/files/playbook-files.ts';
import { getAll } from '../batch.ts';
import { ITEM_LIMIT } from '../declaration.ts';
import { Entity } from '../entity.ts';
import { packBytes, unpackJson } from '../packed-json.ts';
import { text } from '../schema.ts';
import type { Table } from '../table.ts';

/** A text has one item, in however many versions and paths it stands. */
export const playbookFileEntity = new Entity({
  kind: 'file of the playbook',
  key: 'PLAYBOOK#FILES / {digest}',
  holds: () => z.object({ text }),
  pack: ({ text, ...rest }) => ({ ...rest, packed: packBytes([text]) }),
  unpack: ({ packed }) => ({ text: (unpackJson(packed) as string[])[0] }),
  written: 'once',
  lives: 'for good',
  largest: { bytes: ITEM_LIMIT, why: 'a file of at most 200,000 bytes, compressed' },
});

const AT_ONCE = 10;
/** How many texts a process remembers: some versions of a playbook. */
const REMEMBERED = 1_000;
const remembered = new Map<string, string>();

/** Stores the texts that are not among `known` yet. Doing it again changes nothing. */
export async function putPlaybookFiles(
  table: Table,
  files: PlaybookFiles,
  known: Manifest = {},
): Promise<void> {
  const stored = new Set(Object.values(known));
  const texts = new Map(Object.values(files).map((text) => [digestOf(text), text]));
  const fresh = [...texts].filter(([digest]) => !stored.has(digest));
  for (let from = 0; from < fresh.length; from += AT_ONCE) {
    const some = fresh.slice(from, from + AT_ONCE);
    await Promise.all(some.map(([digest, text]) => playbookFileEntity.put(table, { digest }, { text })));
  }
}

/**
 * The files of a version. A text never changes, so a process reads each once: eventually consistent, and again strongly
 * only what is not found so.
 * @throws when a text is not stored
 */
export async function getPlaybookFiles(table: Table, manifest: Manifest): Promise<PlaybookFiles> {
  if (remembered.size > REMEMBERED) remembered.clear();
  const texts = new Map<string, string>();
  const missing = () => [...new Set(Object.values(manifest))].filter((digest) => !texts.has(digest));
  for (const digest of missing()) {
    const text = remembered.get(digest);
    if (text !== undefined) texts.set(digest, text);
  }
  for (const isConsistent of [false, true]) {
    const keys = missing().map((digest) => playbookFileEntity.keyOf({ digest }));
    if (keys.length === 0) break;
    for (const item of await getAll(table, keys, { isConsistent })) {
      const { text } = playbookFileEntity.read(item);
      texts.set(item.SK, text);
      remembered.set(item.SK, text);
    }
  }
  if (missing().length > 0) throw new Error('A file of the playbook is not stored');
  return Object.fromEntries(
    Object.entries(manifest).map(([path, digest]) => [path, texts.get(digest) ?? '']),
  );
}
