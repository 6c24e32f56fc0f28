import type { LeadId } from '../domain/identity/ids.ts';
import type { LeadEvent, VisitorEvent } from '../domain/tracking/event.ts';
import type { SignedCall } from './signed-call.ts';

/** An event that the table refused, whole, so that nothing else is needed to keep it after all. */
export type Late = { lead: LeadId; event: LeadEvent } | { event: VisitorEvent; expiresAt: number };

/** Where events wait that the table refused. */
export interface LateQueue {
  /** @throws when the queue refuses too. */
  send(late: Late): Promise<void>;
}

/** The queue of late events of the stack. */
export function lateQueue(call: SignedCall, url: string): LateQueue {
  return {
    async send(late) {
      await call('sqs', 'SendMessage', { QueueUrl: url, MessageBody: JSON.stringify(late) });
    },
  };
}
