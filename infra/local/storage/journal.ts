import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { damagedData } from './data-folder.ts';

const tables = `
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS stream_intents (
  id INTEGER PRIMARY KEY, table_name TEXT NOT NULL, key TEXT NOT NULL, old_image TEXT, principal TEXT);
CREATE TABLE IF NOT EXISTS stream_work (
  id INTEGER PRIMARY KEY, mapping TEXT NOT NULL, partition TEXT NOT NULL, record TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS messages (
  id TEXT PRIMARY KEY, queue TEXT NOT NULL, body TEXT NOT NULL, sent_at INTEGER NOT NULL,
  visible_at INTEGER NOT NULL, received INTEGER NOT NULL DEFAULT 0, first_received_at INTEGER, receipt TEXT);
CREATE INDEX IF NOT EXISTS messages_by_queue ON messages (queue, visible_at);
CREATE TABLE IF NOT EXISTS async_invocations (
  id TEXT PRIMARY KEY, function TEXT NOT NULL, event TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS expirations (
  table_name TEXT NOT NULL, key TEXT NOT NULL, due INTEGER NOT NULL, PRIMARY KEY (table_name, key));
CREATE INDEX IF NOT EXISTS expirations_by_due ON expirations (due);
CREATE TABLE IF NOT EXISTS moments (
  table_name TEXT NOT NULL, index_name TEXT NOT NULL, key TEXT NOT NULL, partition TEXT NOT NULL,
  at INTEGER NOT NULL, PRIMARY KEY (table_name, index_name, key));
CREATE INDEX IF NOT EXISTS moments_by_time ON moments (partition, at);
CREATE TABLE IF NOT EXISTS schedules (name TEXT PRIMARY KEY, expression TEXT NOT NULL, due INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS bus_events (id INTEGER PRIMARY KEY, event TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS mails (id TEXT PRIMARY KEY, mail TEXT NOT NULL, raw BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS mail_recipients (
  address TEXT NOT NULL, mail INTEGER NOT NULL, PRIMARY KEY (address, mail)) WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS mail_words USING fts5 (
  people, subject, body, tokenize = "unicode61 remove_diacritics 2");
CREATE TABLE IF NOT EXISTS sendings (at INTEGER NOT NULL, recipients INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS sendings_by_time ON sendings (at, recipients);
CREATE TABLE IF NOT EXISTS mail_reports (id INTEGER PRIMARY KEY, due INTEGER NOT NULL, report TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS mail_reports_by_due ON mail_reports (due);
CREATE TABLE IF NOT EXISTS slack_posts (id INTEGER PRIMARY KEY, post TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS custom_resources (
  logical_id TEXT PRIMARY KEY, physical_id TEXT NOT NULL, properties TEXT NOT NULL);
`;

/** A row of the journal whose reader gives it no type. */
type Row = Record<string, string | number | null>;

/** What survives a restart, in one SQLite database. */
export interface Journal {
  /** Runs a statement and returns how many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): number;
  all<T = Row>(sql: string, ...values: SQLInputValue[]): T[];
  /** The first row, or undefined. */
  first<T = Row>(sql: string, ...values: SQLInputValue[]): T | undefined;
  /** Runs all statements of `work` or none. `work` must be synchronous. */
  transaction<T>(work: () => T): T;
  setting(name: string): string | undefined;
  setSetting(name: string, value: string): void;
  close(): void;
}

/** Opens a database with all tables; checks what is stored in it. */
function openDatabase(path: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path);
    // A killed process loses nothing; a power cut may, and for the twin that is fine.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;');
    const found = database.prepare('PRAGMA quick_check(1)').get()?.quick_check;
    if (found !== 'ok') throw new Error(String(found));
    database.exec(tables);
    return database;
  } catch (error) {
    database?.close();
    throw damagedData(dirname(path), error as Error);
  }
}

/**
 * Opens the journal in a file, created if needed, or in `:memory:`.
 * @throws Error that says what to do when the file is damaged
 */
export function openJournal(path: string): Journal {
  const database = openDatabase(path);
  const prepared = new Map<string, StatementSync>();
  let depth = 0;

  function statement(sql: string): StatementSync {
    const known = prepared.get(sql);
    if (known) return known;
    const made = database.prepare(sql);
    prepared.set(sql, made);
    return made;
  }

  const journal: Journal = {
    run: (sql, ...values) => Number(statement(sql).run(...values).changes),
    all: <T>(sql: string, ...values: SQLInputValue[]) => statement(sql).all(...values) as T[],
    first: <T>(sql: string, ...values: SQLInputValue[]) => statement(sql).get(...values) as T | undefined,
    transaction(work) {
      if (depth > 0) return work();
      database.exec('BEGIN');
      depth += 1;
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      } finally {
        depth -= 1;
      }
    },
    setting: (name) =>
      journal.first<{ value: string }>('SELECT value FROM settings WHERE name = ?', name)?.value,
    setSetting(name, value) {
      journal.run(
        'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        name,
        value,
      );
    },
    close: () => database.close(),
  };
  return journal;
}
