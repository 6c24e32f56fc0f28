import * as z from 'zod/mini';
import type { Playbook, PlaybookContent } from '../../playbook/playbook.ts';
import type { VersionEntry } from '../../playbook/versions/version.ts';
import { ITEM_LIMIT } from '../declaration.ts';
import { Entity } from '../entity.ts';
import { packBytes, unpackJson } from '../packed-json.ts';
import type { Attributes } from '../query.ts';
import { optional, text } from '../schema.ts';
import type { Table, Written } from '../table.ts';

/** The content was checked when it was published, by a schema that is too large to load here. */
const common = () => ({
  ...{ version: z.number(), hash: text, content: z.custom<PlaybookContent>(), publishedAt: text },
  /** The digest of all its files, and of those of the last deployment; absent of versions from before those were stored. */
  ...{ files: optional(text), deployed: optional(text) },
});
const holdsCurrent = () => z.object(common());
const holdsVersion = () => z.object({ ...common(), entry: optional(z.custom<VersionEntry>()) });

/** A playbook with its number and the hash of its content. */
export type PublishedPlaybook = z.infer<ReturnType<typeof holdsCurrent>>;

/** The same with what is told of it. */
export type PublishedVersion = z.infer<ReturnType<typeof holdsVersion>>;

const published = {
  // Bytes keep what marketers write in a year below the size of one read unit; older versions have a text.
  pack: ({ content, ...known }: PublishedPlaybook) => ({ ...known, packed: packBytes(content) }),
  unpack: ({ packed, ...known }: Attributes) => ({ ...known, content: unpackJson(packed) }),
  lives: 'for good',
  largest: { bytes: ITEM_LIMIT, why: 'what marketers write, compressed' },
};

export const currentPlaybookEntity = new Entity({
  kind: 'current playbook',
  key: 'PLAYBOOK / CURRENT',
  holds: holdsCurrent,
  ...published,
  written: 'freely',
});

export const playbookVersionEntity = new Entity({
  kind: 'version of the playbook',
  key: 'PLAYBOOK / v#{version:6}',
  holds: holdsVersion,
  ...published,
  written: 'once',
});

/**
 * The current playbook, at least of a version that is known to exist; undefined when none was published. One read unit
 * for what marketers write in a year: an eventually consistent read, and a consistent one only if that is too old.
 */
export async function currentPlaybook(table: Table, atLeast = 1): Promise<Playbook | undefined> {
  let current = await currentPlaybookEntity.get(table, {}, { isConsistent: false });
  if (current === undefined || current.version < atLeast)
    current = await currentPlaybookEntity.get(table, {});
  return current && { ...current.content, version: current.version };
}

/** The current playbook as it was published. Strongly consistent. */
export function getPublishedPlaybook(table: Table): Promise<PublishedPlaybook | undefined> {
  return currentPlaybookEntity.get(table, {});
}

/** A version by its number, whether or not it was ever current. */
export function publishedVersion(table: Table, version: number): Promise<PublishedVersion | undefined> {
  return playbookVersionEntity.get(table, { version });
}

/** Stores a version under its number, if the number is free. */
export function putPublishedVersion(table: Table, published: PublishedVersion): Promise<Written> {
  return playbookVersionEntity.put(table, { version: published.version }, published);
}

/** Makes a version the current one if version `before` still is; undefined: if none is. */
export function putCurrentPlaybook(
  table: Table,
  published: PublishedPlaybook,
  before: number | undefined,
): Promise<Written> {
  const condition =
    before === undefined
      ? { onlyIf: 'attribute_not_exists(PK)' }
      : { onlyIf: 'version = :before', values: { ':before': before } };
  return currentPlaybookEntity.put(table, {}, published, condition);
}

/** Keeps that the files of a deployment are those of the current version, if version `version` still is. */
export function markDeployed(table: Table, version: number, deployed: string): Promise<Written> {
  return currentPlaybookEntity.update(
    table,
    {},
    {
      set: 'deployed = :deployed',
      onlyIf: 'version = :version',
      values: { ':deployed': deployed, ':version': version },
    },
  );
}
