import { afterEach, describe, expect, it } from 'vitest';
import { AwsGateway } from '../../../../infra/local/gateway/aws-gateway.ts';
import { Faults } from '../../../../infra/local/gateway/faults.ts';
import { Usage } from '../../../../infra/local/gateway/usage.ts';
import type { InvocationResult } from '../../../../infra/local/lambda/invoker.ts';
import { findFreePorts } from '../../../../infra/local/ports.ts';
import { openLambda } from '../../../../infra/local/services/lambda.ts';
import { playbookFunction } from '../../../../shared/gateways/playbook/playbook-function.ts';
import { signedCall } from '../../../../shared/gateways/signed-call.ts';

let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

const resource = {
  ...{ logicalId: 'FunctionsplaybookFunction', type: 'AWS::Lambda::Function', properties: {} },
  ...{ ref: 'Test-playbook', arn: 'arn:aws:lambda:eu-west-1:0:function:Test-playbook' },
};

async function startLambda(answer: (event: unknown) => InvocationResult) {
  const port = await findFreePorts();
  const [faults, usage] = [new Faults(), new Usage()];
  const lambda = openLambda({
    resources: [resource],
    invoker: { invoke: async (_, event) => answer(event) },
  });
  const clock = { now: () => Date.now() };
  const gateway = new AwsGateway({ services: [lambda], faults, usage, clock, crash: async () => {} });
  await gateway.listen(port, '127.0.0.1');
  stop = () => gateway.stop();
  const env = {
    ...{ AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`, AWS_REGION: 'eu-west-1' },
    ...{ AWS_ACCESS_KEY_ID: 'console.1', AWS_SECRET_ACCESS_KEY: 'any' },
  };
  const call = signedCall('lambda', env, { timeoutMs: 5_000, attempts: 2 });
  return { call, faults, usage };
}

const check = { do: 'check', language: 'en' } as const;

describe('a function that another asks', () => {
  it('gets the command, and its answer comes back; the call is counted', async () => {
    const { call, usage } = await startLambda((event) => ({ ok: true, payload: { result: event } }));
    expect(await playbookFunction('Test-playbook', call)(check)).toEqual({ result: check });
    expect(usage.report().calls).toEqual({ lambda: { Invoke: 1 } });
  });

  it('that fails is an error for who asked, without what it said', async () => {
    const error = { type: 'Error', message: 'anna@example.com is wrong' };
    const { call } = await startLambda(() => ({ ok: false, error }));
    await expect(playbookFunction('Test-playbook', call)(check)).rejects.toThrow(/^FunctionError \(424\)$/);
  });

  it('is found by its name only', async () => {
    const { call } = await startLambda(() => ({ ok: true, payload: 1 }));
    const name = 'ResourceNotFoundException';
    await expect(playbookFunction('other', call)(check)).rejects.toMatchObject({ name });
  });

  it.each(['throttle', 'error', 'timeout-after'] as const)(
    'is asked again after the fault %s',
    async (kind) => {
      let asked = 0;
      const { call, faults } = await startLambda(() => ({ ok: true, payload: ++asked }));
      faults.add({ service: 'lambda', kind, times: 1 });
      expect(await playbookFunction('Test-playbook', call)(check)).toBe(kind === 'timeout-after' ? 2 : 1);
    },
  );

  it('may not answer more than Lambda passes on', async () => {
    const { call } = await startLambda(() => ({ ok: true, payload: 'x'.repeat(7_000_000) }));
    await expect(playbookFunction('Test-playbook', call)(check)).rejects.toThrow('FunctionError');
  });
});
