import type { Clock } from '../../part.ts';
import type { Journal } from '../../storage/journal.ts';
import { recordIndexedTimes } from './indexed-times.ts';
import type { Item } from './item-size.ts';
import { isSameItem } from './same-item.ts';
import { type StreamRecord, streamRecord, type UserIdentity } from './stream-record.ts';
import type { TableDefinition } from './table-definition.ts';

/** Stores a record durably, within the transaction that creates it; `partition` is the partition key as JSON. */
export type RecordSink = (table: TableDefinition, partition: string, record: StreamRecord) => void;

/** A write in progress, with its old item, in case the twin dies before the record exists. */
export interface Intent {
  id: number;
  table: TableDefinition;
  key: Item;
  before: Item | undefined;
  userIdentity: UserIdentity | undefined;
}

export interface Stream {
  begin(intent: Omit<Intent, 'id'>): Intent;
  /** Creates the record, unless the write changed nothing. */
  commit(intent: Intent, after: Item | undefined): void;
  /** The write was refused. */
  abandon(intent: Intent): void;
  /** Writes that were in progress when the twin died. */
  unfinished(tables: ReadonlyMap<string, TableDefinition>): Intent[];
}

interface StreamContext {
  journal: Journal;
  clock: Clock;
  region: string;
  sink: RecordSink;
}

/** The streams of all tables: every change becomes a record, in order for each key. */
export function openStream({ journal, clock, region, sink }: StreamContext): Stream {
  let lastSequence = 0;

  function nextSequence(): number {
    lastSequence = Math.max(lastSequence + 1, clock.now() * 1000);
    return lastSequence;
  }

  function abandon(intent: Intent): void {
    journal.run('DELETE FROM stream_intents WHERE id = ?', intent.id);
  }

  return {
    begin(intent) {
      const { table, key, before, userIdentity } = intent;
      const row = journal.first<{ id: number }>(
        'INSERT INTO stream_intents (table_name, key, old_image, principal) VALUES (?, ?, ?, ?) RETURNING id',
        table.name,
        JSON.stringify(key),
        before ? JSON.stringify(before) : null,
        userIdentity ? JSON.stringify(userIdentity) : null,
      );
      return { ...intent, id: row?.id ?? 0 };
    },
    commit(intent, after) {
      const { table, key, before, userIdentity } = intent;
      journal.transaction(() => {
        abandon(intent);
        recordExpiry(journal, table, key, after);
        recordIndexedTimes(journal, table, { key, before, after });
        if (!table.streamView || isSameItem(before, after)) return;
        const change = { before, after, at: clock.now(), sequence: nextSequence(), userIdentity };
        sink(table, JSON.stringify(key[table.keys[0] ?? '']), streamRecord(table, region, change));
      });
    },
    abandon,
    unfinished(tables) {
      const rows = journal.all<IntentRow>('SELECT * FROM stream_intents ORDER BY id');
      return rows.flatMap((row) => {
        const table = tables.get(row.table_name);
        if (!table) return [];
        const [key, before, userIdentity] = [row.key, row.old_image, row.principal].map((json) =>
          json === null ? undefined : JSON.parse(json),
        );
        return [{ id: row.id, table, key, before, userIdentity }];
      });
    },
  };
}

interface IntentRow {
  id: number;
  table_name: string;
  key: string;
  old_image: string | null;
  principal: string | null;
}

function recordExpiry(journal: Journal, table: TableDefinition, key: Item, after: Item | undefined): void {
  if (!table.ttl) return;
  const seconds = after?.[table.ttl]?.N;
  const id = JSON.stringify(key);
  if (seconds === undefined) {
    journal.run('DELETE FROM expirations WHERE table_name = ? AND key = ?', table.name, id);
    return;
  }
  journal.run(
    'INSERT OR REPLACE INTO expirations (table_name, key, due) VALUES (?, ?, ?)',
    table.name,
    id,
    Math.trunc(Number(seconds)) * 1000,
  );
}
