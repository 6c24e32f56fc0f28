import { describe, expect, it } from 'vitest';
import { type RescoreOrder, rescoreOrderSchema } from '../../../shared/contract/rescore.ts';
import { rescoreQueue } from '../../../shared/gateways/scoring/rescore-queue.ts';

const ADDRESS = 'https://sqs.example/rescore';
const order = (shard: number): RescoreOrder => ({ playbook: 2, stage: 'lead', shard });

describe('the rescore queue', () => {
  it('takes many orders, ten a call', async () => {
    const calls: { operation: string; input: { Entries: { Id: string; MessageBody: string }[] } }[] = [];
    const queue = rescoreQueue(async (operation, input) => {
      calls.push({ operation, input: input as never });
      return {};
    }, ADDRESS);
    const orders = Array.from({ length: 12 }, (_, n) => order(n % 4));
    await queue.sendAll(orders);
    expect(calls.map(({ operation, input }) => [operation, input.Entries.length])).toEqual([
      ['SendMessageBatch', 10],
      ['SendMessageBatch', 2],
    ]);
    const bodies = calls.flatMap(({ input }) => input.Entries.map((entry) => JSON.parse(entry.MessageBody)));
    expect(bodies.map((body) => rescoreOrderSchema.parse(body))).toEqual(orders);
  });

  it('refuses when one of them was refused', async () => {
    const queue = rescoreQueue(async () => ({ Failed: [{ Code: 'Busy' }] }), ADDRESS);
    await expect(queue.sendAll([order(0), order(1)])).rejects.toThrow('refused 1 of 2 orders: Busy');
  });
});
