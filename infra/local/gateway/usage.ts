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

/** Counts what AWS would bill. */
export class Usage {
  #report: UsageReport = empty();

  /** Adds read and write units of a table (`name`) or an index (`name/index`). */
  units(tableOrIndex: string, { read = 0, write = 0 }: { read?: number; write?: number }): void {
    const units = this.#report.units[tableOrIndex] ?? { read: 0, write: 0 };
    this.#report.units[tableOrIndex] = { read: units.read + read, write: units.write + write };
  }

  call(service: string, operation: string): void {
    const calls = this.#report.calls[service] ?? {};
    this.#report.calls[service] = { ...calls, [operation]: (calls[operation] ?? 0) + 1 };
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
