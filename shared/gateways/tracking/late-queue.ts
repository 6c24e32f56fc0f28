import type { LeadId } from '../../domain/identity/ids.ts';
import type { LeadEvent } from '../../domain/tracking/event.ts';
import type { ReceivedEvent } from '../../domain/tracking/visitor-event.ts';
import type { AwsCall } from '../aws-call.ts';

/**
 * An event, or a mail reaction in the form of `formatReaction`, that the table refused: complete, so that it can be
 * stored later.
 */
export type LateItem =
  | { lead: LeadId; event: LeadEvent }
  | (ReceivedEvent & { expiresAt: number })
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
      // SQS takes the characters of XML only.
      const body = JSON.stringify(late).replace(/[\ufffe\uffff]/g, escaped);
      await call('SendMessage', { QueueUrl: url, MessageBody: body });
    },
  };
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16)}`;
}
