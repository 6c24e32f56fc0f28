import { randomUUID } from 'node:crypto';
import type { Part } from '../part.ts';
import type { Caller } from '../services/service.ts';
import { workerEnvironment } from './environment.ts';
import type { FunctionSettings } from './function-settings.ts';
import type { InvocationResult } from './invoker.ts';
import { LambdaWorker } from './lambda-worker.ts';
import type { LogLine } from './logs.ts';
import { WorkerPool } from './worker-pool.ts';

/** How many workers of a function run at once, unless the template reserves fewer. */
const POOL_SIZE = 2;

export interface FunctionsOptions {
  endpoint: string;
  clockOffset: SharedArrayBuffer;
  secretValue(nameOrArn: string): string | undefined;
  onLine(line: LogLine): void;
  onInvocation(shortName: string): void;
}

/** All functions of the template, ready to be invoked. */
export class Functions implements Part {
  readonly all: readonly FunctionSettings[];
  readonly #pools: ReadonlyMap<string, WorkerPool>;
  readonly #options: FunctionsOptions;
  #inFlight = 0;
  #isStopped = false;

  constructor(all: readonly FunctionSettings[], options: FunctionsOptions) {
    this.all = all;
    this.#options = options;
    this.#pools = new Map(all.map((settings) => [settings.logicalId, this.#pool(settings)]));
  }

  /** Resolves with the result; errors, crashes and timeouts are results too. */
  async invoke(
    logicalId: string,
    event: unknown,
    options: { requestId?: string } = {},
  ): Promise<InvocationResult> {
    const settings = this.all.find((candidate) => candidate.logicalId === logicalId);
    const pool = this.#pools.get(logicalId);
    if (!settings || !pool) throw new Error(`There is no function ${logicalId} in the template`);
    if (this.#isStopped) return new Promise(() => {});
    this.#inFlight += 1;
    this.#options.onInvocation(settings.shortName);
    try {
      const result = await pool.invoke(options.requestId ?? randomUUID(), event).catch(failedToStart);
      if (!result.ok) this.#line(settings, `${result.error.type}: ${result.error.message}`, true);
      return result;
    } finally {
      this.#inFlight -= 1;
    }
  }

  byShortName(name: string): FunctionSettings | undefined {
    return this.all.find(({ shortName }) => shortName === name);
  }

  byNameOrArn(nameOrArn: string): FunctionSettings | undefined {
    return this.all.find(({ name, arn }) => nameOrArn === name || nameOrArn === arn);
  }

  /** The different values that functions have for an environment variable. */
  environment(variable: string): string[] {
    return [...new Set(this.all.flatMap(({ variables }) => variables[variable] ?? []))];
  }

  /** Ends the worker that made a call, in the middle of its work. */
  async crash(caller: Caller): Promise<void> {
    await this.#worker(caller)?.crash();
  }

  /** The function and the event (JSON) that a worker handles now. */
  handledBy(caller: Caller): { logicalId: string; event: string } | undefined {
    const event = this.#worker(caller)?.event;
    const logicalId = this.byShortName(caller.function)?.logicalId;
    return event && logicalId ? { logicalId, event } : undefined;
  }

  /** The workers that handle an invocation now, of one function or of all. */
  busy(shortName?: string): Caller[] {
    return this.all
      .filter((settings) => shortName === undefined || settings.shortName === shortName)
      .flatMap(({ logicalId, shortName: name }) =>
        (this.#pools.get(logicalId)?.busyKeys() ?? []).map((worker) => ({ function: name, worker })),
      );
  }

  pending(): number {
    return this.#inFlight;
  }

  /** Ends all workers. Running and later invocations never resolve. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all([...this.#pools.values()].map((pool) => pool.stop()));
  }

  #worker(caller: Caller): LambdaWorker | undefined {
    return this.#pools.get(this.byShortName(caller.function)?.logicalId ?? '')?.find(caller.worker);
  }

  #pool(settings: FunctionSettings): WorkerPool {
    const size = Math.min(POOL_SIZE, settings.reservedConcurrency ?? POOL_SIZE);
    const { endpoint, clockOffset, secretValue } = this.#options;
    return new WorkerPool(size, (number) => {
      const accessKey = `${settings.shortName}.${number}`;
      return new LambdaWorker(settings, {
        accessKey,
        environment: workerEnvironment(settings, { accessKey, endpoint, secretValue }),
        clockOffset,
        onLine: (line, isError) => this.#line(settings, line, isError),
      });
    });
  }

  #line(settings: FunctionSettings, text: string, isError: boolean): void {
    this.#options.onLine({ function: settings.shortName, text, isError });
  }
}

function failedToStart(error: unknown): InvocationResult {
  const message = error instanceof Error ? error.message : String(error);
  return { ok: false, error: { type: 'Runtime.InitError', message } };
}

/** The worker that signed a request, by its `Authorization` header; undefined if it was no worker. */
export function callerOf(authorization: string | undefined): Caller | undefined {
  const accessKey = /Credential=([^/]+)\//.exec(authorization ?? '')?.[1];
  const name = /^(.+)\.\d+$/.exec(accessKey ?? '')?.[1];
  return accessKey && name ? { function: name, worker: accessKey } : undefined;
}
