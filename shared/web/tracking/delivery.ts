import { type Batch, MOST_CHARACTERS, nextBatch, waiting } from './queue.ts';
import { forget } from './storage.ts';

const FIRST_DELAY_MS = 1_000;
const MAX_DELAY_MS = 60_000;
const BATCH_SIZE = 10;
const TIMEOUT_MS = 30_000;

/** Sends queued events to the endpoint: in batches, with retries, and at the latest when the page is left. */
export function createDelivery(endpoint: string, granted: () => boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let inFlight: string[] = [];
  let failures = 0;

  function schedule(): void {
    const wait = failures
      ? Math.min(FIRST_DELAY_MS * 2 ** failures, MAX_DELAY_MS) * (1 + Math.random())
      : FIRST_DELAY_MS;
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
      // A retry cannot help against another 4xx.
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
      signal: AbortSignal.timeout(TIMEOUT_MS),
      credentials: 'omit',
    }).then(
      (response) => response.status,
      () => 503,
    );
  }

  return {
    /** To be called after an event was queued. */
    added(): void {
      if (waiting().length >= BATCH_SIZE && !failures) flush();
      else schedule();
    },
    /** The page may disappear at any moment: hands everything to the browser, which delivers it. */
    leave(): void {
      for (let batch = nextBatch(inFlight); batch && granted(); batch = nextBatch(inFlight)) {
        if (!navigator.sendBeacon(endpoint, batch.body)) return;
        batch.keys.forEach(forget);
      }
    },
  };
}
