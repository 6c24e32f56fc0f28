import type { InvocationResult, Invoker } from '../../../../infra/local/lambda/invoker.ts';
import type { Clock } from '../../../../infra/local/part.ts';
import { type Journal, openJournal } from '../../../../infra/local/storage/journal.ts';
import type { Resource } from '../../../../infra/local/template/resource.ts';
import { tableDefinition } from '../../../store/endpoint.ts';

/** A clock that stands still until the test moves it. */
export interface TestClock extends Clock {
  isMoving: boolean;
  advance(ms: number): void;
}

export function aClock(at = '2026-03-02T09:00:00Z'): TestClock {
  let now = Date.parse(at);
  return {
    isMoving: false,
    now: () => now,
    advance(ms) {
      now += ms;
    },
  };
}

export const aJournal = (): Journal => openJournal(':memory:');

/** A resource of the template; its name is its logical id in lower case. */
export function aResource(
  type: string,
  logicalId: string,
  properties: Record<string, unknown> = {},
  ref = logicalId.toLowerCase(),
): Resource {
  return { type, logicalId, properties, ref, arn: `arn:aws:twin:${logicalId.toLowerCase()}` };
}

/** The contract's table as a resource of the template. */
export function aTable(changes: Record<string, unknown> = {}): Resource {
  const { TableName: _, ...definition } = tableDefinition('leads');
  return aResource('AWS::DynamoDB::Table', 'Leads', {
    ...definition,
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    ...changes,
  });
}

type Handler = (event: never) => unknown;

/** Runs functions by logical id, and records their events. */
export interface TestInvoker extends Invoker {
  calls: { logicalId: string; event: unknown }[];
}

export function anInvoker(functions: Record<string, Handler>): TestInvoker {
  const calls: TestInvoker['calls'] = [];
  async function invoke(logicalId: string, event: unknown): Promise<InvocationResult> {
    calls.push({ logicalId, event });
    try {
      return { ok: true, payload: await functions[logicalId]?.(event as never) };
    } catch (error) {
      return { ok: false, error: { type: 'Error', message: (error as Error).message } };
    }
  }
  return { calls, invoke, invokeLater: (logicalId, event) => void invoke(logicalId, event) };
}

/** Waits until something is true; fails after five seconds. */
export async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('It did not come true within five seconds');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export function aQueue(logicalId: string, properties: Record<string, unknown> = {}): Resource {
  const url = `http://127.0.0.1:4603/queue/${logicalId.toLowerCase()}`;
  return aResource('AWS::SQS::Queue', logicalId, properties, url);
}
