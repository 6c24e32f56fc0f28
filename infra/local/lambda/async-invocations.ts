import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, Part } from '../part.ts';
import type { Journal } from '../storage/journal.ts';
import { failureRecord } from './failure-record.ts';
import type { Functions } from './functions.ts';
import type { InvocationResult } from './invoker.ts';

/** Real milliseconds before a retry; Lambda waits one minute, then two. */
const RETRY_DELAY = 75;

interface PendingInvocation {
  id: string;
  function: string;
  event: string;
  attempts: number;
  created_at: number;
}

interface Options {
  journal: Journal;
  clock: Clock;
  functions: Functions;
  sendToQueue(queueArn: string, body: string): void;
}

/** Asynchronous invocations: kept until they succeed, or fail as often as the function allows. */
export class AsyncInvocations implements Part {
  readonly #options: Options;
  #stopped = false;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Resumes what was left when the twin stopped, except for functions that no longer exist. */
  start(): void {
    const { journal, functions } = this.#options;
    for (const invocation of journal.all<PendingInvocation>(
      'SELECT * FROM async_invocations ORDER BY created_at',
    )) {
      if (functions.all.some(({ logicalId }) => logicalId === invocation.function))
        void this.#carryOut(invocation);
      else journal.run('DELETE FROM async_invocations WHERE id = ?', invocation.id);
    }
  }

  invokeLater(logicalId: string, event: unknown): void {
    const { journal, clock } = this.#options;
    const invocation: PendingInvocation = {
      id: randomUUID(),
      function: logicalId,
      event: JSON.stringify(event),
      attempts: 0,
      created_at: clock.now(),
    };
    journal.run(
      'INSERT INTO async_invocations (id, function, event, created_at) VALUES (?, ?, ?, ?)',
      invocation.id,
      invocation.function,
      invocation.event,
      invocation.created_at,
    );
    void this.#carryOut(invocation);
  }

  pending(): number {
    return this.#options.journal.first<{ n: number }>('SELECT count(*) AS n FROM async_invocations')?.n ?? 0;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
  }

  async #carryOut(invocation: PendingInvocation): Promise<void> {
    const { journal, functions } = this.#options;
    const event: unknown = JSON.parse(invocation.event);
    for (let { attempts } = invocation; !this.#stopped; ) {
      const result = await functions.invoke(invocation.function, event, { requestId: invocation.id });
      if (this.#stopped) return;
      attempts += 1;
      journal.run('UPDATE async_invocations SET attempts = ? WHERE id = ?', attempts, invocation.id);
      if (result.ok || !this.#mayRetry(invocation, attempts)) {
        this.#close(invocation, result, attempts);
        return;
      }
      await wait(RETRY_DELAY);
    }
  }

  #mayRetry(invocation: PendingInvocation, attempts: number): boolean {
    const { retries, maximumAge } = this.#settings(invocation).asynchronous;
    return attempts <= retries && this.#options.clock.now() - invocation.created_at < maximumAge;
  }

  #close(invocation: PendingInvocation, result: InvocationResult, attempts: number): void {
    const { journal, sendToQueue, clock } = this.#options;
    const settings = this.#settings(invocation);
    journal.transaction(() => {
      journal.run('DELETE FROM async_invocations WHERE id = ?', invocation.id);
      if (result.ok) return;
      const { onFailure, retries } = settings.asynchronous;
      if (!onFailure) return;
      const record = failureRecord({
        requestId: invocation.id,
        event: invocation.event,
        error: result.error,
        attempts,
        condition: attempts > retries ? 'RetriesExhausted' : 'EventAgeExceeded',
        functionArn: settings.arn,
        now: clock.now(),
      });
      sendToQueue(onFailure, record);
    });
  }

  #settings(invocation: PendingInvocation) {
    const found = this.#options.functions.all.find(({ logicalId }) => logicalId === invocation.function);
    if (!found) throw new Error(`There is no function ${invocation.function} in the template any more`);
    return found;
  }
}
