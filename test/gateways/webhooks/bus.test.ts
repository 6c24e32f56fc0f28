import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../shared/contract/domain-events.ts';
import { eventBus } from '../../../shared/gateways/webhooks/bus.ts';
import { NOW } from '../../domain/builders.ts';

const events = mockClient(EventBridgeClient);
const bus = eventBus('kansrijk', new EventBridgeClient({}));
const erased = (number: number): DomainEvent => ({
  type: 'LeadErased',
  detail: { id: `lead.${number}.LeadErased`, leadId: 'lead', at: NOW },
});
const put = () => events.commandCalls(PutEventsCommand).map(({ args }) => args[0].input.Entries ?? []);

beforeEach(() => {
  events.reset();
  events.on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
});

describe('a domain event', () => {
  it('is published under its own name, with the time it happened', async () => {
    await bus.put([erased(1)]);
    const entry = put()[0]?.[0];
    expect(entry).toMatchObject({
      EventBusName: 'kansrijk',
      Source: 'kansrijk',
      DetailType: 'LeadErased',
      Time: new Date(NOW),
    });
    expect(JSON.parse(entry?.Detail ?? '')).toEqual(erased(1).detail);
  });

  it('that the bus refuses is an error, although the call succeeded', async () => {
    const Entries = [{ EventId: '1' }, { ErrorCode: 'ThrottlingException' }];
    events.on(PutEventsCommand).resolves({ FailedEntryCount: 1, Entries });
    await expect(bus.put([erased(1), erased(2)])).rejects.toThrow(
      'The bus refused 1 of 2 events: ThrottlingException',
    );
  });
});

describe('many domain events', () => {
  it('are published ten per call, in order', async () => {
    const all = Array.from({ length: 23 }, (_, number) => erased(number));
    await bus.put(all);
    expect(put().map(({ length }) => length)).toEqual([10, 10, 3]);
    expect(put().flatMap((entries) => entries.map(({ Detail }) => JSON.parse(Detail ?? '')))).toEqual(
      all.map(({ detail }) => detail),
    );
  });
});
