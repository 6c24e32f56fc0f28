import * as z from 'zod/mini';
import { Entity } from '../entity.ts';
import { schemaOf, text } from '../schema.ts';
import type { Table, Written } from '../table.ts';

interface KeyName {
  hash: string;
}

export const keyNameEntity = new Entity({
  kind: 'name of an API key',
  key: 'KEYS / NAME#{name}',
  holds: () => schemaOf<KeyName>()(z.object({ hash: text })),
  written: 'freely',
  lives: 'for good: the next key of this name takes it over',
  largest: { bytes: 350, why: 'nothing comes from outside: admins name it' },
});

/** The hash of the key that has a name, or had it last; undefined when none ever had it. One read unit. */
export async function holderOfName(table: Table, name: string): Promise<string | undefined> {
  return (await keyNameEntity.get(table, { name }))?.hash;
}

/** Gives a name to a key. `conflict`: another than `before` has it. One write unit. */
export function giveName(
  table: Table,
  name: string,
  { hash, before }: { hash: string; before: string | undefined },
): Promise<Written> {
  const condition =
    before === undefined
      ? { onlyIf: 'attribute_not_exists(PK)' }
      : { onlyIf: '#hash = :before', names: { '#hash': 'hash' }, values: { ':before': before } };
  return keyNameEntity.put(table, { name }, { hash }, condition);
}
