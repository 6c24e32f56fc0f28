import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import type { FunctionSettings } from './function-settings.ts';
import type { InvocationResult } from './invoker.ts';
import type { InvocationMessage, WorkerData, WorkerResult } from './worker-protocol.ts';

let script: string | undefined;

/** The code of a thread, built once: stripping its types takes each thread longer than starting. */
function threadScript(): string {
  const entryPoints = [join(import.meta.dirname, 'worker-thread.ts')];
  script ??= buildSync({ entryPoints, bundle: true, platform: 'node', write: false }).outputFiles[0]?.text;
  return script ?? '';
}

export interface WorkerOptions {
  accessKey: string;
  environment: Record<string, string>;
  clockOffset: SharedArrayBuffer;
  onLine(line: string, isError: boolean): void;
}

interface Running {
  requestId: string;
  /** JSON. */
  event: string;
  finish(result: InvocationResult): void;
  forget(): void;
}

/** An execution environment of a function: a thread that handles one invocation at a time. */
export class LambdaWorker {
  readonly accessKey: string;
  readonly #settings: FunctionSettings;
  readonly #thread: Worker;
  #running: Running | undefined;
  #dead: { type: string; message: string } | undefined;

  constructor(settings: FunctionSettings, { accessKey, environment, clockOffset, onLine }: WorkerOptions) {
    this.#settings = settings;
    this.accessKey = accessKey;
    const workerData: WorkerData = {
      taskRoot: settings.taskRoot,
      handler: settings.handler,
      clockOffset,
      functionName: settings.name,
      functionArn: settings.arn,
      memorySize: settings.memorySize,
    };
    this.#thread = new Worker(threadScript(), {
      eval: true,
      workerData,
      env: environment,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: settings.memorySize },
    });
    this.#thread.on('message', (result: WorkerResult) => this.#receive(result));
    this.#thread.on('error', (error) => this.#died(describe(error)));
    this.#thread.on('exit', () =>
      this.#died({ type: 'Runtime.ExitError', message: 'Runtime exited without providing a reason' }),
    );
    readLines(this.#thread.stdout, (line) => onLine(line, isErrorLine(line)));
    readLines(this.#thread.stderr, (line) => onLine(line, true));
  }

  /** False once the worker has crashed, timed out or could not start. */
  get alive(): boolean {
    return this.#dead === undefined;
  }

  /** The event that it handles now. */
  get event(): string | undefined {
    return this.#running?.event;
  }

  /** Handles one invocation. Errors, crashes and timeouts are results. */
  invoke(requestId: string, event: unknown): Promise<InvocationResult> {
    if (this.#dead) return Promise.resolve({ ok: false, error: this.#dead });
    const { timeout } = this.#settings;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#timeOut(requestId), timeout);
      const finish = (result: InvocationResult) => {
        clearTimeout(timer);
        this.#running = undefined;
        resolve(result);
      };
      const message: InvocationMessage = { requestId, event: JSON.stringify(event ?? null), timeout };
      this.#running = { ...message, finish, forget: () => clearTimeout(timer) };
      this.#thread.postMessage(message);
    });
  }

  /** Ends the thread like a crash of the process: its work is lost. */
  async crash(): Promise<void> {
    this.#died({ type: 'Runtime.ExitError', message: 'Runtime exited with error: signal: killed' });
    await this.#thread.terminate();
  }

  /** Ends the thread without a result: after a restart of the twin the invocation runs again. */
  async abandon(): Promise<void> {
    this.#running?.forget();
    this.#running = undefined;
    await this.#thread.terminate();
  }

  #receive(result: WorkerResult): void {
    if ('payload' in result) {
      if (result.requestId === this.#running?.requestId)
        this.#running.finish({ ok: true, payload: JSON.parse(result.payload) });
    } else if (result.requestId === undefined) {
      this.#died(result.error);
      void this.#thread.terminate();
    } else if (result.requestId === this.#running?.requestId) {
      this.#running.finish({ ok: false, error: result.error });
    }
  }

  #timeOut(requestId: string): void {
    const seconds = (this.#settings.timeout / 1000).toFixed(2);
    this.#died({
      type: 'Sandbox.Timedout',
      message: `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`,
    });
    void this.#thread.terminate();
  }

  #died(error: { type: string; message: string }): void {
    this.#dead ??= error;
    this.#running?.finish({ ok: false, error: this.#dead });
  }
}

function describe(error: unknown): { type: string; message: string } {
  if (!(error instanceof Error)) return { type: 'Runtime.UnhandledPromiseRejection', message: String(error) };
  const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return { type: outOfMemory ? 'Runtime.OutOfMemory' : error.name, message: error.message };
}

function isErrorLine(line: string): boolean {
  return /"level":"(ERROR|CRITICAL|FATAL)"/i.test(line);
}

function readLines(stream: Readable, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line) onLine(line);
  });
}
