import { afterEach, describe, expect, it, vi } from 'vitest';
import { startFunctions, stopFunctions } from './start-functions.ts';

afterEach(stopFunctions);

describe('a function', () => {
  it('receives and returns JSON', async () => {
    const { invoke } = startFunctions({ echo: { code: 'exports.handler = async (event) => ({ event })' } });
    const result = await invoke('echo', { at: new Date(0), gone: undefined });
    expect(result).toEqual({ ok: true, payload: { event: { at: '1970-01-01T00:00:00.000Z' } } });
  });

  it('sees the variables of the template and of Lambda, and none of this machine', async () => {
    const { invoke } = startFunctions({
      show: {
        code: 'exports.handler = async () => process.env',
        properties: { Environment: { Variables: { TABLE_NAME: 'leads' } }, MemorySize: 256 },
      },
    });
    const result = await invoke('show');
    expect(result).toMatchObject({
      payload: {
        TABLE_NAME: 'leads',
        AWS_LAMBDA_FUNCTION_NAME: 'Test-show',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
        AWS_ACCESS_KEY_ID: 'show.1',
      },
    });
    expect(result.ok && result.payload).not.toHaveProperty('HOME');
    expect(result.ok && result.payload).not.toHaveProperty('NODE_OPTIONS');
  });

  it('knows the request id, its name and its remaining time', async () => {
    const { invoke } = startFunctions({
      context: {
        code: `exports.handler = async (event, context) => ({
          id: context.awsRequestId, name: context.functionName, arn: context.invokedFunctionArn,
          left: context.getRemainingTimeInMillis() })`,
      },
    });
    const result = await invoke('context', {}, { requestId: 'r-1' });
    expect(result).toMatchObject({
      payload: {
        id: 'r-1',
        name: 'Test-context',
        arn: 'arn:aws:lambda:eu-west-1:000000000000:function:Test-context',
      },
    });
    const { left } = (result.ok && result.payload) as { left: number };
    expect(left).toBeGreaterThan(1000);
    expect(left).toBeLessThanOrEqual(3000);
  });

  it('sees the twin’s time', async () => {
    const { invoke, advance } = startFunctions({
      time: {
        code: `exports.handler = async () => ({ now: Date.now(), date: new Date().getTime(),
          fixed: new Date(5).getTime(), isDate: new Date() instanceof Date, text: typeof Date() })`,
      },
    });
    await invoke('time');
    advance(7 * 86_400_000);
    const result = await invoke('time');
    const { now, date, ...rest } = (result.ok && result.payload) as Record<string, number>;
    expect(now).toBeGreaterThanOrEqual(Date.now() + 7 * 86_400_000 - 5_000);
    expect(date).toBeGreaterThanOrEqual(now ?? 0);
    expect(rest).toEqual({ fixed: 5, isDate: true, text: 'string' });
  });

  it('is known by its worker and its event while it runs', async () => {
    const { invoke, functions } = startFunctions({
      wait: { code: 'exports.handler = async () => new Promise((done) => setTimeout(done, 100))' },
    });
    const caller = { function: 'wait', worker: 'wait.1' };
    expect(functions.handledBy(caller)).toBeUndefined();
    const running = invoke('wait', { shard: 1 });
    expect(functions.handledBy(caller)).toEqual({ logicalId: 'Wait', event: '{"shard":1}' });
    await running;
    expect(functions.handledBy(caller)).toBeUndefined();
  });

  it('stays warm between invocations', async () => {
    const { invoke } = startFunctions({ count: { code: 'let n = 0; exports.handler = async () => ++n' } });
    await invoke('count');
    expect(await invoke('count')).toEqual({ ok: true, payload: 2 });
  });

  it('runs in several workers at once, but never more than its reserved concurrency', async () => {
    const code = `exports.handler = async () => { await new Promise((done) => setTimeout(done, 50));
      return process.env.AWS_ACCESS_KEY_ID }`;
    const { invoke } = startFunctions({
      many: { code },
      few: { code, properties: { ReservedConcurrentExecutions: 1 } },
    });
    const workersOf = async (name: string) => {
      const results = await Promise.all([1, 2, 3].map(() => invoke(name)));
      return new Set(results.map((result) => result.ok && result.payload)).size;
    };
    expect(await workersOf('many')).toBe(2);
    expect(await workersOf('few')).toBe(1);
  });
});

describe('a function that fails', () => {
  it('returns the type and message of its error', async () => {
    const { invoke, logs } = startFunctions({
      fail: { code: 'exports.handler = async () => { throw new TypeError("no such lead") }' },
    });
    expect(await invoke('fail')).toEqual({
      ok: false,
      error: { type: 'TypeError', message: 'no such lead' },
    });
    expect(logs.of('fail').some(({ isError, text }) => isError && text.includes('no such lead'))).toBe(true);
  });

  it('is stopped at its timeout, and starts afresh', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { invoke } = startFunctions({
      slow: {
        code: 'exports.handler = async (event) => event.hang ? new Promise((r) => setTimeout(r, 60_000)) : "back"',
        properties: { Timeout: 20 },
      },
    });
    const hanging = invoke('slow', { hang: true }, { requestId: 'r-1' });
    await vi.advanceTimersByTimeAsync(20_000);
    vi.useRealTimers();
    expect(await hanging).toEqual({
      ok: false,
      error: {
        type: 'Sandbox.Timedout',
        message: 'RequestId: r-1 Error: Task timed out after 20.00 seconds',
      },
    });
    expect(await invoke('slow', {})).toEqual({ ok: true, payload: 'back' });
  });

  it('loses its work when it crashes', async () => {
    const { invoke, functions } = startFunctions({
      crash: { code: 'exports.handler = async () => new Promise((r) => setTimeout(r, 60_000))' },
    });
    const running = invoke('crash');
    await expect.poll(() => functions.busy('crash')).toHaveLength(1);
    await functions.crash({ function: 'crash', worker: 'crash.1' });
    expect(await running).toMatchObject({ ok: false, error: { type: 'Runtime.ExitError' } });
  });

  it('ends only itself when it exits the process or leaves a rejection unhandled', async () => {
    const { invoke } = startFunctions({
      exit: { code: 'exports.handler = async () => process.exit(1)' },
      reject: {
        code: 'exports.handler = () => { Promise.reject(new Error("left")); return new Promise(() => setTimeout(() => {}, 9e3)) }',
      },
    });
    expect(await invoke('exit')).toMatchObject({ error: { type: 'Runtime.ExitError' } });
    expect(await invoke('reject')).toMatchObject({ error: { message: 'left' } });
  });

  it('cannot reach modules outside of its bundle', async () => {
    const { invoke } = startFunctions({
      outside: { code: 'require("vitest"); exports.handler = async () => 1' },
      outsideByPath: { code: `require(${JSON.stringify(import.meta.filename)})` },
    });
    expect(await invoke('outside')).toMatchObject({ error: { type: 'Runtime.ImportModuleError' } });
    expect(await invoke('outsideByPath')).toMatchObject({ error: { type: 'Runtime.ImportModuleError' } });
  });

  it('fails with a clear error when its handler does not exist or takes a callback', async () => {
    const { invoke } = startFunctions({
      none: { code: 'exports.other = 1' },
      callback: { code: 'exports.handler = (event, context, callback) => callback(null, 1)' },
    });
    expect(await invoke('none')).toMatchObject({ error: { type: 'Runtime.HandlerNotFound' } });
    expect(await invoke('callback')).toMatchObject({ error: { type: 'Runtime.CallbackHandlerDeprecated' } });
  });
});
