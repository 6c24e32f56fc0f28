import { fromFetch } from '../../infra/local/serve.ts';
import { createWebsite } from '../../infra/local/website/site.tsx';
import { startTrackedSite, type TrackedSite } from '../web/tracker-site.ts';

/** The demo website, with an API that only records. */
export function startWebsite(): Promise<TrackedSite> {
  return startTrackedSite((apiUrl) => fromFetch(createWebsite({ apiUrl }).fetch));
}
