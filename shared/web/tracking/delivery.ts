import { BATCH_SIZE, FIRST_DELAY_MS, MAX_DELAY_MS, MOST_CHARACTERS, TIMEOUT_MS } from './limits.ts';
import { type Batch, nextBatch, waiting } from './queue.ts';
import { forget } from './storage.ts';

/** Stored, as far as it was right: what was not stays wrong. */
const FINAL = [200, 204, 400, 413];

/** Sends queued events to the endpoint: in batches, with retries, and at the latest when the page is left. */
export function createDelivery(endpoint: string, granted: () => boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let inFlight: string[] = [];
  let failures = 0;
  const next = () => granted() && nextBatch(inFlight);

  function schedule(): void {
    const wait = Math.min(FIRST_DELAY_MS * 2 ** failures, MAX_DELAY_MS);
    timer ||= setTimeout(flush, wait * (1 + (failures && Math.random())));
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const batch = !inFlight[0] && next();
    if (!batch) return;
    inFlight = batch.keys;
    send(batch)
      .then(
        (answer) => {
          failures = 0;
          batch.keys.forEach(forget);
          // What was refused or left out, for the developer of the page.
          if (answer) console.warn(answer);
        },
        () => failures++,
      )
      .then(() => {
        inFlight = [];
        if (waiting().length) schedule();
      });
  }

  /** The answer; throws when the batch has to be sent again. A string goes as text/plain, which needs no preflight. */
  async function send({ body }: Batch): Promise<string> {
    const response = await fetch(endpoint, {
      method: 'POST',
      body,
      keepalive: body.length < MOST_CHARACTERS,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      credentials: 'omit',
    });
    if (FINAL.includes(response.status)) return response.text();
    throw response;
  }

  return {
    /** To be called after an event was queued. */
    added(): void {
      if (waiting().length >= BATCH_SIZE && !failures) flush();
      else schedule();
    },
    /** The page may disappear at any moment: hands everything to the browser, which delivers it. */
    leave(): void {
      for (let batch = next(); batch && navigator.sendBeacon(endpoint, batch.body); batch = next())
        batch.keys.forEach(forget);
    },
  };
}
