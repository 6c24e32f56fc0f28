import { Hono } from 'hono';
import type { RunningTwin } from '../../local/running-twin.ts';
import { people } from './people.ts';
import { playSample } from './play-sample.ts';

/** Adds the sample data, once: the same people do not come twice. */
export function sampleRoutes({ addresses, now, settled }: RunningTwin): Hono {
  return new Hono().post('/_local/sample', async (c) => {
    await playSample({ apiUrl: addresses.api, websiteUrl: addresses.website, now: now() });
    await settled();
    return c.json({ visitors: people.length, now: new Date(now()).toISOString() });
  });
}
