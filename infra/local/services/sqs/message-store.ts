import { randomUUID } from 'node:crypto';
import type { Clock } from '../../part.ts';
import type { Journal } from '../../storage/journal.ts';
import type { Message } from './message.ts';
import type { QueueDefinition } from './queue-definition.ts';

/** The messages of all queues, in the journal. */
export interface MessageStore {
  /** Returns the id of the new message. */
  send(queue: QueueDefinition, body: string): string;
  /**
   * Returns visible messages and hides them for the timeout (seconds). A message that was received as often
   * as the queue allows moves to its dead-letter queue instead.
   */
  receive(queue: QueueDefinition, maximum: number, visibilityTimeout?: number): Message[];
  /** Deletes the message with this receipt handle, if there is one. */
  delete(receipt: string): void;
  /** Makes a received message visible again. */
  show(receipt: string): void;
  /** Makes received messages visible again whose receiver is gone. */
  showReceived(queueArn: string): void;
  countVisible(queueArn: string): number;
  /** When the first message of the queue becomes or became visible, if it has any. */
  nextVisible(queueArn: string): number | undefined;
  all(queueArn: string): Message[];
}

interface MessageRow {
  id: string;
  body: string;
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
    send(queue, body) {
      const id = randomUUID();
      const now = clock.now();
      journal.run(
        'INSERT INTO messages (id, queue, body, sent_at, visible_at) VALUES (?, ?, ?, ?, ?)',
        id,
        queue.arn,
        body,
        now,
        now,
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

    show(receipt) {
      journal.run('UPDATE messages SET visible_at = ? WHERE receipt = ?', clock.now(), receipt);
    },

    showReceived(queueArn) {
      journal.run(
        'UPDATE messages SET visible_at = ? WHERE queue = ? AND received > 0',
        clock.now(),
        queueArn,
      );
    },

    countVisible(queueArn) {
      const counted = 'SELECT count(*) AS n FROM messages WHERE queue = ? AND visible_at <= ?';
      return journal.first<{ n: number }>(counted, queueArn, clock.now())?.n ?? 0;
    },

    nextVisible(queueArn) {
      const next = 'SELECT MIN(visible_at) AS at FROM messages WHERE queue = ?';
      return journal.first<{ at: number | null }>(next, queueArn)?.at ?? undefined;
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
    body: row.body,
    sentAt: row.sent_at,
    received: row.received,
    firstReceivedAt: row.first_received_at ?? 0,
    receipt: row.receipt ?? '',
  };
}
