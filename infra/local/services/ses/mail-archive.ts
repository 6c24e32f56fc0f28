import type { Journal } from '../../storage/journal.ts';
import type { Mail } from './mail.ts';

/** What to look for; an empty text finds everything. */
export interface MailSearch {
  /** Beginnings of words in the subject, an address or the text, in any case and with or without accents. */
  words: string;
  /** The address of a recipient. */
  to: string;
  /** Only mails that were accepted before the one with this number. */
  before?: number | undefined;
  limit: number;
}

/** Some of the mails that were found, newest first. */
export interface FoundMails {
  mails: Mail[];
  /** How many there are, whatever `before` and `limit` say. */
  count: number;
  /** The `before` of the next mails; undefined at the end. */
  next: number | undefined;
}

/** Every mail that SES accepted. */
export interface MailArchive {
  /** Stores a mail, as part of the transaction that is under way. */
  keep(mail: Mail, raw: Buffer): void;
  /** Mails to `to` (any address if empty), since `since` (ISO), oldest first. */
  all(to?: string, since?: string): Mail[];
  find(search: MailSearch): FoundMails;
  /** A mail by its id, and as it was sent. */
  read(id: string): { mail: Mail; raw: Buffer } | undefined;
  /** Who got mail and how many, those with most first. */
  recipients(limit: number): { address: string; mails: number }[];
}

interface MailRow {
  number: number;
  mail: string;
}

/** Opens the archive, and indexes the mails that were stored before it had an index. */
export function openMailArchive(journal: Journal): MailArchive {
  function indexNew(): void {
    const indexed =
      journal.first<{ last: number }>('SELECT rowid AS last FROM mail_words ORDER BY rowid DESC LIMIT 1')
        ?.last ?? 0;
    journal.run(
      `INSERT OR IGNORE INTO mail_recipients (address, mail)
        SELECT lower(value), mails.rowid FROM mails, json_each(mail, '$.to') WHERE mails.rowid > ?`,
      indexed,
    );
    journal.run(
      `INSERT INTO mail_words (rowid, people, subject, body)
        SELECT rowid, concat_ws(' ', mail ->> 'from', mail ->> 'to'), mail ->> 'subject', mail ->> 'text'
        FROM mails WHERE rowid > ?`,
      indexed,
    );
  }

  function find({ words, to, before = Number.MAX_SAFE_INTEGER, limit }: MailSearch): FoundMails {
    const [matching, address] = [phrases(words), to.trim().toLowerCase()];
    const conditions = [
      ...(address ? ['rowid IN (SELECT mail FROM mail_recipients WHERE address = ?)'] : []),
      ...(matching ? ['rowid IN (SELECT rowid FROM mail_words WHERE mail_words MATCH ?)'] : []),
    ];
    const values = [address, matching].filter(Boolean);
    const where = ['TRUE', ...conditions].join(' AND ');
    const rows = journal.all<MailRow>(
      `SELECT rowid AS number, mail FROM mails WHERE ${where} AND rowid < ? ORDER BY rowid DESC LIMIT ?`,
      ...values,
      before,
      limit + 1,
    );
    const shown = rows.slice(0, limit);
    return {
      mails: shown.map(({ mail }) => JSON.parse(mail)),
      count:
        journal.first<{ n: number }>(`SELECT count(*) AS n FROM mails WHERE ${where}`, ...values)?.n ?? 0,
      next: rows.length > limit ? shown.at(-1)?.number : undefined,
    };
  }

  indexNew();
  return {
    find,
    keep(mail, raw) {
      journal.run('INSERT INTO mails (id, mail, raw) VALUES (?, ?, ?)', mail.id, JSON.stringify(mail), raw);
      indexNew();
    },
    all(to = '', since = '') {
      const rows = journal.all<MailRow>(
        `SELECT mail FROM mails WHERE mail ->> 'at' >= ?1 AND
          (?2 = '' OR rowid IN (SELECT mail FROM mail_recipients WHERE address = ?2)) ORDER BY rowid`,
        since,
        to.toLowerCase(),
      );
      return rows.map(({ mail }): Mail => JSON.parse(mail));
    },
    read(id) {
      const row = journal.first<MailRow & { raw: Uint8Array }>(
        'SELECT mail, raw FROM mails WHERE id = ?',
        id,
      );
      return row && { mail: JSON.parse(row.mail), raw: Buffer.from(row.raw) };
    },
    recipients: (limit) =>
      journal.all(
        `SELECT address, count(*) AS mails FROM mail_recipients GROUP BY address
          ORDER BY mails DESC, address LIMIT ?`,
        limit,
      ),
  };
}

/** Words in the syntax of FTS5: each is the beginning of one, and none is an operator. */
function phrases(words: string): string {
  return words
    .split(/\s+/)
    .map((word) => word.replaceAll('"', ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => `"${word}"*`)
    .join(' ');
}
