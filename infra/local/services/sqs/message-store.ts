import { randomUUID } from 'node:crypto';
import type { Clock } from '../../part.ts';
import type { Journal } from '../../storage/journal.ts';
import type { Message, MessageAttribute } from './message.ts';
import type { QueueDefinition } from './queue-definition.ts';

interface NewMessage {
  body: string;
  attributes?: Record<string, MessageAttribute>;
  /** In seconds; the queue's own delay unless given. */
  delay?: number;
}

/** The messages of all queues, in the journal. */
export interface MessageStore {
  /** Returns the id of the new message. */
  send(queue: QueueDefinition, message: NewMessage): string;
  /**
   * Returns visible messages and hides them for the timeout (seconds). A message that was received as often
   * as the queue allows moves to its dead-letter queue instead.
   */
  receive(queue: QueueDefinition, maximum: number, visibilityTimeout?: number): Message[];
  /** Deletes the message with this receipt handle, if there is one. */
  delete(receipt: string): void;
  /** Hides a message for some seconds; false when there is no such message. */
  hide(receipt: string, seconds: number): boolean;
  /** Makes received messages visible again whose receiver is gone. */
  showReceived(queueArn: string): void;
  count(queueArn: string): { visible: number; delayed: number; inFlight: number };
  /** When the next message of these queues becomes visible, if any is hidden. */
  nextVisible(queueArns: readonly string[]): number | undefined;
  all(queueArn: string): Message[];
}

interface MessageRow {
  id: string;
  queue: string;
  body: string;
  attributes: string;
  sent_at: number;
  received: number;
  first_received_at: number | null;
  receipt: string | null;
}

export function openMessageStore(journal: Journal, clock: Clock): MessageStore {
  function moveToDeadLetters(queue: QueueDefinition): void {
    const { redrive } = queue;
    if (!redrive) return;
    journal.run(
      `UPDATE messages SET queue = ?, visible_at = ?, received = 0, first_received_at = NULL, receipt = NULL
       WHERE queue = ? AND visible_at <= ? AND received >= ?`,
      redrive.deadLetterArn,
      clock.now(),
      queue.arn,
      clock.now(),
      redrive.maxReceiveCount,
    );
  }

  return {
    send(queue, { body, attributes = {}, delay = queue.delay }) {
      const id = randomUUID();
      journal.run(
        'INSERT INTO messages (id, queue, body, attributes, sent_at, visible_at) VALUES (?, ?, ?, ?, ?, ?)',
        id,
        queue.arn,
        body,
        JSON.stringify(attributes),
        clock.now(),
        clock.now() + delay * 1000,
      );
      return id;
    },

    receive: (queue, maximum, visibilityTimeout = queue.visibilityTimeout) =>
      journal.transaction(() => {
        moveToDeadLetters(queue);
        const now = clock.now();
        const rows = journal.all<MessageRow>(
          'SELECT * FROM messages WHERE queue = ? AND visible_at <= ? ORDER BY visible_at, rowid LIMIT ?',
          queue.arn,
          now,
          maximum,
        );
        return rows.map((row) => {
          const received = {
            ...messageOf(row),
            received: row.received + 1,
            firstReceivedAt: row.first_received_at ?? now,
            receipt: randomUUID(),
          };
          journal.run(
            'UPDATE messages SET visible_at = ?, received = ?, first_received_at = ?, receipt = ? WHERE id = ?',
            now + visibilityTimeout * 1000,
            received.received,
            received.firstReceivedAt,
            received.receipt,
            row.id,
          );
          return received;
        });
      }),

    delete(receipt) {
      journal.run('DELETE FROM messages WHERE receipt = ?', receipt);
    },

    hide: (receipt, seconds) =>
      journal.run(
        'UPDATE messages SET visible_at = ? WHERE receipt = ?',
        clock.now() + seconds * 1000,
        receipt,
      ) > 0,

    showReceived(queueArn) {
      journal.run(
        'UPDATE messages SET visible_at = ? WHERE queue = ? AND received > 0',
        clock.now(),
        queueArn,
      );
    },

    count(queueArn) {
      const row = journal.first<{ visible: number; delayed: number; inFlight: number }>(
        `SELECT count(*) FILTER (WHERE visible_at <= ?1) AS visible,
                count(*) FILTER (WHERE visible_at > ?1 AND received = 0) AS delayed,
                count(*) FILTER (WHERE visible_at > ?1 AND received > 0) AS inFlight
         FROM messages WHERE queue = ?2`,
        clock.now(),
        queueArn,
      );
      return row ?? { visible: 0, delayed: 0, inFlight: 0 };
    },

    nextVisible(queueArns) {
      const moments = queueArns.flatMap(
        (arn) =>
          journal.first<{ at: number | null }>(
            'SELECT MIN(visible_at) AS at FROM messages WHERE queue = ? AND visible_at > ?',
            arn,
            clock.now(),
          )?.at ?? [],
      );
      return moments.length > 0 ? Math.min(...moments) : undefined;
    },

    all: (queueArn) =>
      journal
        .all<MessageRow>('SELECT * FROM messages WHERE queue = ? ORDER BY sent_at, rowid', queueArn)
        .map(messageOf),
  };
}

function messageOf(row: MessageRow): Message {
  return {
    id: row.id,
    queue: row.queue,
    body: row.body,
    attributes: JSON.parse(row.attributes),
    sentAt: row.sent_at,
    received: row.received,
    firstReceivedAt: row.first_received_at ?? 0,
    receipt: row.receipt ?? '',
  };
}
