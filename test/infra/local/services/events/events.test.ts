import { describe, expect, it } from 'vitest';
import { openEvents } from '../../../../../infra/local/services/events/events.ts';
import { aClock, aJournal, anInvoker, aResource } from '../builders.ts';

const reader = aResource('AWS::Lambda::Function', 'Reader');
const bus = aResource('AWS::Events::EventBus', 'Bus');
const other = aResource('AWS::Lambda::Function', 'Other');

function aRule(pattern: object, targets: object[], more: object = {}) {
  return aResource('AWS::Events::Rule', 'Rule', {
    EventBusName: 'bus',
    EventPattern: pattern,
    Targets: targets,
    ...more,
  });
}

function aBus(...rules: ReturnType<typeof aRule>[]) {
  const invoker = anInvoker({ Reader: () => undefined });
  const events = openEvents({
    resources: [reader, other, bus, ...rules],
    journal: aJournal(),
    clock: aClock(),
    invoker,
    region: 'eu-west-1',
    accountId: '0',
  });
  const put = (...Entries: object[]) => events.call('PutEvents', { Entries });
  return { events, invoker, put };
}

const entry = {
  EventBusName: 'bus',
  Source: 'kansrijk',
  DetailType: 'HandoverOpened',
  Detail: '{"leadId":"1"}',
};

describe('the bus', () => {
  it('delivers an event to each target of each matching rule', async () => {
    const rule = aRule({ 'detail-type': ['HandoverOpened'] }, [{ Arn: reader.arn }, { Arn: other.arn }]);
    const { put, invoker } = aBus(rule);
    expect(await put(entry, { ...entry, DetailType: 'Other' })).toMatchObject({ FailedEntryCount: 0 });
    expect(invoker.calls).toMatchObject([
      {
        logicalId: 'Reader',
        event: {
          version: '0',
          'detail-type': 'HandoverOpened',
          source: 'kansrijk',
          time: '2026-03-02T09:00:00Z',
          region: 'eu-west-1',
          resources: [],
          detail: { leadId: '1' },
        },
      },
      { logicalId: 'Other' },
    ]);
  });

  it('ignores rules of other buses and disabled rules', async () => {
    const pattern = { source: ['kansrijk'] };
    const { put, invoker } = aBus(
      aRule(pattern, [{ Arn: reader.arn }], { EventBusName: 'default' }),
      aRule(pattern, [{ Arn: reader.arn }], { State: 'DISABLED' }),
    );
    await put(entry);
    expect(invoker.calls).toEqual([]);
  });

  it('returns for each entry whether it was accepted', async () => {
    const { put, events } = aBus();
    const result = await put(
      entry,
      { ...entry, Detail: '{' },
      { ...entry, Source: 'aws.x' },
      { ...entry, DetailType: '' },
    );
    expect(result.FailedEntryCount).toBe(3);
    expect(result.Entries.map(({ ErrorCode }: { ErrorCode?: string }) => ErrorCode)).toEqual([
      undefined,
      'MalformedDetail',
      'NotAuthorizedForSourceException',
      'InvalidArgument',
    ]);
    expect(events.passed()).toHaveLength(1);
  });

  it('refuses more than 256 KB at once', async () => {
    const big = { ...entry, Detail: JSON.stringify({ text: 'x'.repeat(140_000) }) };
    await expect(aBus().put(big, big)).rejects.toMatchObject({ code: 'ValidationException' });
  });

  it('refuses a bus that is not in the template', async () => {
    const refused = aBus().put({ ...entry, EventBusName: 'other' });
    await expect(refused).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
  });

  it('does not start with a pattern that it cannot match', () => {
    const rule = aRule({ detail: { ip: [{ cidr: '10.0.0.0/24' }] } }, [{ Arn: reader.arn }]);
    expect(() => aBus(rule)).toThrow('Rule: The twin does not run the pattern operator {"cidr"');
  });
});
