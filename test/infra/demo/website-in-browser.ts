import { createWebsite } from '../../../infra/demo/website/site.tsx';
import { handlerOf } from '../../../infra/local/serve.ts';
import { startTrackedSite, type TrackedSite } from '../../web/tracking/tracker-site.ts';

/** The demo website, with an API that only records. */
export function startWebsite(): Promise<TrackedSite> {
  return startTrackedSite((apiUrl) => handlerOf(createWebsite({ apiUrl })));
}
