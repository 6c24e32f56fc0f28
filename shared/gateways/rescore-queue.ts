import type { RescoreOrder } from '../contract/rescore.ts';
import type { AwsCall } from './aws-call.ts';

/** SQS takes ten messages a call. */
const MESSAGES = 10;

/** Where orders to score leads again wait. */
export interface RescoreQueue {
  /** @throws when the queue refuses it. */
  send(order: RescoreOrder): Promise<void>;
  /** @throws when the queue refuses one of them: send them all again. */
  sendAll(orders: readonly RescoreOrder[], delaySeconds?: number): Promise<void>;
}

/** The rescore queue of the stack. */
export function rescoreQueue(call: AwsCall, url: string): RescoreQueue {
  return {
    async send(order) {
      await call('SendMessage', { QueueUrl: url, MessageBody: JSON.stringify(order) });
    },
    async sendAll(orders, delaySeconds = 0) {
      for (let start = 0; start < orders.length; start += MESSAGES) {
        const Entries = orders.slice(start, start + MESSAGES).map((order, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(order),
          DelaySeconds: delaySeconds,
        }));
        const answer = (await call('SendMessageBatch', { QueueUrl: url, Entries })) as Answer;
        const failed = answer.Failed ?? [];
        if (failed.length > 0) {
          throw new Error(
            `The queue refused ${failed.length} of ${Entries.length} orders: ${failed[0]?.Code}`,
          );
        }
      }
    },
  };
}

interface Answer {
  Failed?: { Code?: string }[];
}
