import { afterEach, describe, expect, it } from 'vitest';
import { AsyncInvocations } from '../../../../infra/local/lambda/async-invocations.ts';
import { openJournal } from '../../../../infra/local/storage/journal.ts';
import { logicalId, type TestFunction } from '../assembly.ts';
import { startFunctions, stopFunctions } from './start-functions.ts';

afterEach(stopFunctions);

const failure = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'failed' } };

function start(definition: TestFunction, config: object = {}, journal = openJournal(':memory:')) {
  const { functions } = startFunctions(
    { notify: definition },
    {
      Failed: failure,
      Config: {
        Type: 'AWS::Lambda::EventInvokeConfig',
        Properties: { FunctionName: { Ref: 'Notify' }, ...config },
      },
    },
  );
  const sent: { queue: string; body: Record<string, unknown> }[] = [];
  const invocations = new AsyncInvocations({
    journal,
    clock: { now: Date.now },
    functions,
    sendToQueue: (queue, body) => sent.push({ queue, body: JSON.parse(body) }),
  });
  return { invocations, sent, journal, settled: () => expect.poll(() => invocations.pending()).toBe(0) };
}

// Fails as often as the event says, and returns the request id of each attempt.
const flaky = `let tries = []; exports.handler = async (event, context) => {
  tries.push(context.awsRequestId);
  if (tries.length <= event.failures) throw new Error('try ' + new Set(tries).size + ' of ' + tries.length); }`;

describe('an asynchronous invocation', () => {
  it('is retried with the same request id until it succeeds', async () => {
    const { invocations, sent, settled } = start({ code: flaky });
    invocations.invokeLater(logicalId('notify'), { failures: 2 });
    expect(invocations.pending()).toBe(1);
    await settled();
    expect(sent).toEqual([]);
  });

  it('goes to the on-failure destination of the function after three failures', async () => {
    const { invocations, sent, settled } = start(
      { code: flaky },
      { DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Failed', 'Arn'] } } } },
    );
    invocations.invokeLater(logicalId('notify'), { failures: 9 });
    await settled();
    expect(sent).toEqual([
      {
        queue: 'arn:aws:sqs:eu-west-1:000000000000:failed',
        body: {
          version: '1.0',
          timestamp: expect.any(String),
          requestContext: {
            requestId: expect.any(String),
            functionArn: 'arn:aws:lambda:eu-west-1:000000000000:function:Test-notify:$LATEST',
            condition: 'RetriesExhausted',
            approximateInvokeCount: 3,
          },
          requestPayload: { failures: 9 },
          responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
          responsePayload: { errorType: 'Error', errorMessage: 'try 1 of 3' },
        },
      },
    ]);
  });

  it('resumes after a restart', async () => {
    const before = start({ code: 'exports.handler = () => new Promise(() => setTimeout(() => {}, 9e3))' });
    before.invocations.invokeLater(logicalId('notify'), { failures: 0 });
    await before.invocations.stop();
    const after = start({ code: flaky }, {}, before.journal);
    after.invocations.start();
    expect(after.invocations.pending()).toBe(1);
    await after.settled();
  });
});
