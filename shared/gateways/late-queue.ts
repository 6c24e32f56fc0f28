import type { LeadId } from '../domain/identity/ids.ts';
import type { LeadEvent, VisitorEvent } from '../domain/tracking/event.ts';
import type { AwsCall } from './aws-call.ts';

/**
 * What the table refused, whole, so that nothing else is needed to keep it after all: an event, or a reaction to a mail
 * as `reactionText` writes it.
 */
export type LateItem =
  | { lead: LeadId; event: LeadEvent }
  | { event: VisitorEvent; expiresAt: number }
  | { mail: string; reaction: string };

/** Where waits what the table refused. */
export interface LateQueue {
  /** @throws when the queue refuses too. */
  send(late: LateItem): Promise<void>;
}

/** The queue of late events of the stack. */
export function lateQueue(call: AwsCall, url: string): LateQueue {
  return {
    async send(late) {
      await call('SendMessage', { QueueUrl: url, MessageBody: JSON.stringify(late) });
    },
  };
}
