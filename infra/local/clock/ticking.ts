import type { Clock, Part } from '../part.ts';

/** Real milliseconds between two checks of what is due. */
const TICK = 1_000;

/** Runs what becomes due as real time passes. `moving` resolves once nobody moves the clock. */
export function startTicking(parts: readonly Part[], clock: Clock, moving: () => Promise<unknown>) {
  let isStopped = false;
  let running: Promise<void> | undefined;

  async function tick(): Promise<void> {
    try {
      await moving();
      if (isStopped) return;
      const isDue = parts.some((part) => (part.nextDue?.() ?? Number.POSITIVE_INFINITY) <= clock.now());
      if (isDue) for (const part of parts) await part.runDue?.();
    } catch (error) {
      console.error(error);
    }
  }

  const timer = setInterval(() => {
    running ??= tick().finally(() => {
      running = undefined;
    });
  }, TICK);
  return {
    /** Resolves when the last tick has ended. */
    async stop(): Promise<void> {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
