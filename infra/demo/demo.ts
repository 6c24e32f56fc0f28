import { Hono } from 'hono';
import type { Demo, RunningTwin } from '../local/running-twin.ts';
import { inboxRoutes } from './inbox/inbox-routes.tsx';
import { PLAYBOOK } from './preview/playbook-files.ts';
import { previewRoutes } from './preview/preview-routes.ts';
import { sampleRoutes } from './sample/sample-routes.ts';
import { startPage } from './start-page/start-page.tsx';
import { createWebsite } from './website/site.tsx';

/** The start page, previews and sample data; the inbox; and the website of the invented company. */
export function createDemo(twin: RunningTwin): Demo {
  return {
    pages: new Hono()
      .route('/', startPage(twin))
      .route('/', previewRoutes({ playbook: PLAYBOOK, ...twin.addresses }))
      .route('/', sampleRoutes(twin)),
    inbox: inboxRoutes(twin),
    website: createWebsite({ apiUrl: twin.addresses.api, now: twin.now }),
  };
}
