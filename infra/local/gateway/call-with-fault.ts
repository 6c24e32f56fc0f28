import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './faults.ts';

/** The result of a call under a fault. `no-response`: the connection is cut without one. */
export type Outcome<T> = { output: T } | 'throttle' | 'error' | 'no-response';

/** Real milliseconds before the connection of a call without response is cut. */
const SILENCE_MS = 300;

/** Carries a call out as far as the fault allows. `crash` ends the process of the caller. */
export async function callWithFault<T>(
  fault: Fault | undefined,
  carryOut: () => Promise<T>,
  crash: () => Promise<void>,
): Promise<Outcome<T>> {
  switch (fault?.kind) {
    case undefined:
      return { output: await carryOut() };
    case 'throttle':
    case 'error':
      return fault.kind;
    case 'timeout-after':
      await carryOut().catch(ignore);
      await wait(SILENCE_MS);
      return 'no-response';
    case 'crash-before':
      await crash();
      return 'no-response';
    case 'crash-after':
      await carryOut().catch(ignore);
      await crash();
      return 'no-response';
  }
}

// The service's response no longer reaches the caller, not even an error.
function ignore(): void {}
