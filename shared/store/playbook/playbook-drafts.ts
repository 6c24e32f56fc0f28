import * as z from 'zod/mini';
import { MOST_FILES } from '../../playbook/files/playbook-files.ts';
import { etagOf, type FileDraft } from '../../playbook/versions/shared-draft.ts';
import { ITEM_LIMIT } from '../declaration.ts';
import { Entity } from '../entity.ts';
import { packBytes, unpackJson } from '../packed-json.ts';
import { optional, schemaOf, text } from '../schema.ts';
import type { Table, Written } from '../table.ts';
import { authorSchema } from './author.ts';

export const playbookDraftEntity = new Entity({
  kind: 'draft of a file of the playbook',
  key: 'PLAYBOOK#DRAFT / {path}',
  holds: () =>
    schemaOf<FileDraft>()(
      z.object({ path: text, text: optional(text), from: optional(text), by: authorSchema(), at: text }),
    ),
  pack: ({ path: _, text, ...draft }) => ({
    ...draft,
    etag: etagOf({ ...(text !== undefined && { text }) }),
    packed: packBytes([text ?? null]),
  }),
  unpack: ({ etag: _, packed, ...draft }, { path }) => {
    const [text] = unpackJson(packed) as (string | null)[];
    return { ...draft, path, ...(text !== null && { text }) };
  },
  written: 'freely',
  lives: 'until it is published or discarded',
  largest: { bytes: ITEM_LIMIT, why: 'a file of at most 200,000 bytes, compressed' },
});

/** All drafts, by path. Strongly consistent. */
export function listDrafts(table: Table): Promise<FileDraft[]> {
  return playbookDraftEntity.query(table, {}, { limit: 2 * MOST_FILES, isConsistent: true });
}

/** The draft of a file; undefined when it is as published. */
export function getDraft(table: Table, path: string): Promise<FileDraft | undefined> {
  return playbookDraftEntity.get(table, { path });
}

/** Writes the draft of a file over the one with an etag; undefined: if there is none. */
export function putDraft(table: Table, draft: FileDraft, before: string | undefined): Promise<Written> {
  return playbookDraftEntity.put(table, { path: draft.path }, draft, over(before));
}

/** Removes the draft of a file, if it is still the one with this etag. */
export function removeDraft(table: Table, path: string, before: string): Promise<Written> {
  return playbookDraftEntity.removeIf(table, { path }, over(before));
}

function over(before: string | undefined) {
  return before === undefined
    ? { onlyIf: 'attribute_not_exists(PK)' }
    : { onlyIf: 'etag = :before', values: { ':before': before } };
}
