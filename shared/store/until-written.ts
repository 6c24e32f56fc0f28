/** More than the most who change an item at once. */
const ATTEMPTS = 30;
const LONGEST_PAUSE_MS = 200;

/**
 * Reads, decides and writes again while somebody else changes the item first, with growing pauses at random so that
 * they do not meet again.
 * @param attempt given how many were made before; `conflict` when somebody else was first
 * @throws when it changed during every attempt
 */
export async function untilWritten<T>(attempt: (before: number) => Promise<T | 'conflict'>): Promise<T> {
  for (let before = 0; before < ATTEMPTS; before++) {
    const result = await attempt(before);
    if (result !== 'conflict') return result;
    if (before > 0) await pause(Math.random() * Math.min(2 ** before, LONGEST_PAUSE_MS));
  }
  throw new Error('It changed during every attempt');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
