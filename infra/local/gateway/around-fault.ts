import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './faults.ts';

/** What comes of a call under a fault. `no-answer`: the connection is cut without one. */
export type Outcome<T> = { answer: T } | 'throttle' | 'error' | 'no-answer';

/** Real milliseconds that a caller waits in vain before its connection is cut. */
const SILENCE = 300;

/** Carries a call out as far as the fault lets it. `crash` ends the process of the caller. */
export async function aroundFault<T>(
  fault: Fault | undefined,
  carryOut: () => Promise<T>,
  crash: () => Promise<void>,
): Promise<Outcome<T>> {
  switch (fault?.kind) {
    case undefined:
      return { answer: await carryOut() };
    case 'throttle':
    case 'error':
      return fault.kind;
    case 'timeout-after':
      await carryOut().catch(ignore);
      await wait(SILENCE);
      return 'no-answer';
    case 'crash-before':
      await crash();
      return 'no-answer';
    case 'crash-after':
      await carryOut().catch(ignore);
      await crash();
      return 'no-answer';
  }
}

// What the service says does not reach the caller any more, not even that it failed.
function ignore(): void {}
