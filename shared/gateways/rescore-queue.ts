import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { RescoreOrder } from '../contract/rescore.ts';

/** SQS takes ten messages a call. */
const MESSAGES = 10;

/** Where orders to score leads again wait. */
export interface RescoreQueue {
  /** @throws when the queue refuses it. */
  send(order: RescoreOrder): Promise<void>;
  /** @throws when the queue refuses one of them: send them all again. */
  sendAll(orders: readonly RescoreOrder[]): Promise<void>;
}

/** The rescore queue of the stack. */
export function rescoreQueue(client: SQSClient, url: string): RescoreQueue {
  return {
    async send(order) {
      await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(order) }));
    },
    async sendAll(orders) {
      for (let start = 0; start < orders.length; start += MESSAGES) {
        const Entries = orders
          .slice(start, start + MESSAGES)
          .map((order, index) => ({ Id: String(index), MessageBody: JSON.stringify(order) }));
        const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
        if (Failed.length > 0) {
          throw new Error(
            `The queue refused ${Failed.length} of ${Entries.length} orders: ${Failed[0]?.Code}`,
          );
        }
      }
    },
  };
}
