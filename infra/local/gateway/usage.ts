interface Counts {
  [name: string]: number;
}

/** What the functions have used since the last reset. */
export interface UsageReport {
  /** Read and write units of DynamoDB, by table and by `table/index`. */
  units: Record<string, { read: number; write: number }>;
  /** Calls by service and operation. */
  calls: Record<string, Counts>;
  /** Invocations by function. */
  invocations: Counts;
}

/** Operations that change nothing. */
const reads = new Set([
  ...['GetItem', 'BatchGetItem', 'Query', 'Scan', 'DescribeTable'],
  ...['GetQueueAttributes', 'GetQueueUrl', 'GetSecretValue', 'GetSendQuota'],
]);

/** Counts what AWS would bill. */
export class Usage {
  #report: UsageReport = empty();
  #changes = 0;

  /** A counter of everything that is more than reading, never reset: if it is unchanged, nothing changed. */
  get changes(): number {
    return this.#changes;
  }

  /** Adds read and write units of a table (`name`) or an index (`name/index`). */
  units(tableOrIndex: string, { read = 0, write = 0 }: { read?: number; write?: number }): void {
    const units = this.#report.units[tableOrIndex] ?? { read: 0, write: 0 };
    this.#report.units[tableOrIndex] = { read: units.read + read, write: units.write + write };
  }

  call(service: string, operation: string): void {
    if (!reads.has(operation)) this.#changes += 1;
    const calls = this.#report.calls[service] ?? {};
    this.#report.calls[service] = { ...calls, [operation]: (calls[operation] ?? 0) + 1 };
  }

  /** Counts an invocation that failed for good: it might have changed something. */
  failure(): void {
    this.#changes += 1;
  }

  invocation(shortName: string): void {
    this.#report.invocations[shortName] = (this.#report.invocations[shortName] ?? 0) + 1;
  }

  report(): UsageReport {
    return structuredClone(this.#report);
  }

  reset(): void {
    this.#report = empty();
  }
}

function empty(): UsageReport {
  return { units: {}, calls: {}, invocations: {} };
}
