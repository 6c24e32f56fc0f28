import type { LeadId } from '../../domain/identity/ids.ts';
import type { LeadEvent, VisitorEvent } from '../../domain/tracking/event.ts';
import type { AwsCall } from '../aws-call.ts';

/**
 * An event, or a mail reaction in the form of `formatReaction`, that the table refused: complete, so that it can be
 * stored later.
 */
export type LateItem =
  | { lead: LeadId; event: LeadEvent }
  | { event: VisitorEvent; expiresAt: number }
  | { mail: string; reaction: string };

/** A queue of writes that the table refused. */
export interface LateQueue {
  /** @throws if the queue refuses too */
  send(late: LateItem): Promise<void>;
}

/** The late-events queue in SQS. */
export function lateQueue(call: AwsCall, url: string): LateQueue {
  return {
    async send(late) {
      await call('SendMessage', { QueueUrl: url, MessageBody: JSON.stringify(late) });
    },
  };
}
