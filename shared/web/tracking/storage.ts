/** localStorage that never throws. If the browser blocks it, nothing is tracked. */
const PREFIX = 'kansrijk.';

/** The result of the work, undefined if it throws: a tracker must never break its page. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

export function read(key: string): string | undefined {
  return attempt(() => localStorage[PREFIX + key]);
}

export function write(key: string, value: string): void {
  attempt(() => localStorage.setItem(PREFIX + key, value));
}

export function forget(key: string): void {
  attempt(() => localStorage.removeItem(PREFIX + key));
}

/** The stored keys that begin with `start`, sorted. */
export function keys(start: string): string[] {
  return (attempt(() => Object.keys(localStorage)) || [])
    .filter((key) => key.startsWith(PREFIX + start))
    .map((key) => key.slice(PREFIX.length))
    .sort();
}
