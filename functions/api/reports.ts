import { Hono } from 'hono';
import { funnelQuery, periodQuery } from '../../shared/contract/report-requests.ts';
import { type PartialPeriod, periodOf } from '../../shared/domain/reports/period.ts';
import { dayOf } from '../../shared/domain/time.ts';
import type { ReadSystem } from '../../shared/usecases/lead-system.ts';
import { readFramework } from '../../shared/usecases/reports/read-framework.ts';
import { readFunnel } from '../../shared/usecases/reports/read-funnel.ts';
import { readMails } from '../../shared/usecases/reports/read-mails.ts';
import { readReturns } from '../../shared/usecases/reports/read-returns.ts';
import { queryOf, withoutQuery } from './query.ts';

/** Everything under `/api/reports`. */
export function reportRoutes(system: ReadSystem): Hono {
  const routes = new Hono();
  const periodIn = (period: PartialPeriod) => periodOf(dayOf(system.now()), period);

  routes.get('/framework', withoutQuery, async (c) => c.json(await readFramework(system)));

  routes.get('/funnel', async (c) => {
    const { by, ...period } = queryOf(c, funnelQuery);
    return c.json(await readFunnel(system, { by, ...periodIn(period) }));
  });

  routes.get('/returns', async (c) => {
    const period = queryOf(c, periodQuery);
    return c.json(await readReturns(system, periodIn(period)));
  });

  routes.get('/mails', async (c) => {
    const period = queryOf(c, periodQuery);
    return c.json(await readMails(system, periodIn(period)));
  });

  return routes;
}
