import type { InvocationResult } from './invoker.ts';
import type { LambdaWorker } from './lambda-worker.ts';

/** The execution environments of one function: warm ones are reused, others started up to the limit. */
export class WorkerPool {
  readonly #start: (number: number) => LambdaWorker;
  readonly #size: number;
  readonly #idle: LambdaWorker[] = [];
  readonly #busy = new Set<LambdaWorker>();
  readonly #waiting: (() => void)[] = [];
  #started = 0;

  /** @param size how many may run at once; further invocations wait. */
  constructor(size: number, start: (number: number) => LambdaWorker) {
    this.#size = size;
    this.#start = start;
  }

  async invoke(requestId: string, event: unknown): Promise<InvocationResult> {
    while (this.#busy.size >= this.#size) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const worker = this.#take();
    this.#busy.add(worker);
    try {
      return await worker.invoke(requestId, event);
    } finally {
      this.#busy.delete(worker);
      if (worker.alive) this.#idle.push(worker);
      this.#waiting.shift()?.();
    }
  }

  /** The worker with this access key, if there is one. */
  find(accessKey: string): LambdaWorker | undefined {
    return [...this.#busy, ...this.#idle].find((worker) => worker.accessKey === accessKey);
  }

  /** Access keys of the workers that handle an invocation now. */
  busyKeys(): string[] {
    return [...this.#busy].map(({ accessKey }) => accessKey);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#busy, ...this.#idle].map((worker) => worker.abandon()));
  }

  #take(): LambdaWorker {
    for (let worker = this.#idle.pop(); worker; worker = this.#idle.pop()) if (worker.alive) return worker;
    this.#started += 1;
    return this.#start(this.#started);
  }
}
