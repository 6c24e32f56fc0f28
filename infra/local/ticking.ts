import type { Clock, Part } from './part.ts';

/** Real milliseconds between two looks at what is due. */
const TICK = 1_000;

/** Runs what becomes due while nobody moves the clock. `moving` resolves when nobody does. */
export function startTicking(parts: readonly Part[], clock: Clock, moving: () => Promise<unknown>) {
  let busy = false;
  const timer = setInterval(async () => {
    if (busy) return;
    busy = true;
    try {
      await moving();
      const isDue = parts.some((part) => (part.nextDue?.() ?? Number.POSITIVE_INFINITY) <= clock.now());
      if (isDue) for (const part of parts) await part.runDue?.();
    } catch (error) {
      console.error(error);
    } finally {
      busy = false;
    }
  }, TICK);
  return { stop: () => clearInterval(timer) };
}
