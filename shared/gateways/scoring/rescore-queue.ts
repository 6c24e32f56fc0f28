import type { RescoreOrder } from '../../contract/rescore.ts';
import type { AwsCall } from '../aws-call.ts';

/** SQS accepts ten messages per call. */
const BATCH = 10;

/** A queue of orders to rescore leads. */
export interface RescoreQueue {
  /** @throws if the queue refuses it */
  send(order: RescoreOrder): Promise<void>;
  /** @throws if the queue refuses any of them: send them all again */
  sendAll(orders: readonly RescoreOrder[], delaySeconds?: number): Promise<void>;
}

/** The rescore queue in SQS. */
export function rescoreQueue(call: AwsCall, url: string): RescoreQueue {
  return {
    async send(order) {
      await call('SendMessage', { QueueUrl: url, MessageBody: JSON.stringify(order) });
    },
    async sendAll(orders, delaySeconds = 0) {
      for (let start = 0; start < orders.length; start += BATCH) {
        const Entries = orders.slice(start, start + BATCH).map((order, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(order),
          DelaySeconds: delaySeconds,
        }));
        const result = (await call('SendMessageBatch', { QueueUrl: url, Entries })) as BatchResult;
        const failed = result.Failed ?? [];
        if (failed.length > 0) {
          throw new Error(
            `The queue refused ${failed.length} of ${Entries.length} orders: ${failed[0]?.Code}`,
          );
        }
      }
    },
  };
}

interface BatchResult {
  Failed?: { Code?: string }[];
}
