import { Hono } from 'hono';
import type { Demo, RunningTwin } from '../local/running-twin.ts';
import { addColleagues } from './console-people.ts';
import { inboxRoutes } from './inbox/inbox-routes.tsx';
import { sampleRoutes } from './sample/sample-routes.ts';
import { startPage } from './start-page/start-page.tsx';
import { createWebsite } from './website/site.tsx';

/** The start page and sample data; the inbox; and the website of the invented company. */
export function createDemo(twin: RunningTwin): Demo {
  return {
    pages: new Hono().route('/', startPage(twin)).route('/', sampleRoutes(twin)),
    inbox: inboxRoutes(twin),
    prepare: () => addColleagues(twin),
    website: createWebsite({ apiUrl: twin.addresses.api, now: twin.now }),
  };
}
