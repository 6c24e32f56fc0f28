import { type Batch, MOST_CHARACTERS, nextBatch, waiting } from './queue.ts';
import { forget } from './storage.ts';

const SOON = 1_000;
const LONGEST_WAIT = 60_000;
const FULL = 10;
const PATIENCE = 30_000;

/** Brings the waiting events to the endpoint: in batches, again after a failure, and when the page is left. */
export function createDelivery(endpoint: string, granted: () => boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let inFlight: string[] = [];
  let failures = 0;

  function schedule(): void {
    const wait = failures ? Math.min(SOON * 2 ** failures, LONGEST_WAIT) * (1 + Math.random()) : SOON;
    timer ||= setTimeout(flush, wait);
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const batch = granted() && !inFlight.length ? nextBatch([]) : undefined;
    if (!batch) return;
    inFlight = batch.keys;
    send(batch).then((status) => {
      inFlight = [];
      failures = status === 429 || status >= 500 ? failures + 1 : 0;
      // Other refusals (4xx) would be the same next time.
      if (!failures) batch.keys.forEach(forget);
      if (waiting().length) schedule();
    });
  }

  /** The HTTP status; 503 when the network failed. A string goes as text/plain, which needs no preflight. */
  function send({ body }: Batch): Promise<number> {
    return fetch(endpoint, {
      method: 'POST',
      body,
      keepalive: body.length < MOST_CHARACTERS,
      signal: AbortSignal.timeout(PATIENCE),
      credentials: 'omit',
    }).then(
      (response) => response.status,
      () => 503,
    );
  }

  return {
    /** An event was put in the queue. */
    added(): void {
      if (waiting().length >= FULL && !failures) flush();
      else schedule();
    },
    /** The page may disappear at any moment: what the browser takes over now is its to deliver. */
    leave(): void {
      for (let batch = nextBatch(inFlight); batch && granted(); batch = nextBatch(inFlight)) {
        if (!navigator.sendBeacon(endpoint, batch.body)) return;
        batch.keys.forEach(forget);
      }
    },
  };
}
