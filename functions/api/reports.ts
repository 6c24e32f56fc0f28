import { Hono } from 'hono';
import { funnelQuery, returnsQuery } from '../../shared/contract/report-requests.ts';
import { type PartialPeriod, periodOf } from '../../shared/domain/reports/period.ts';
import { dayOf } from '../../shared/domain/time.ts';
import type { ReportSystem } from '../../shared/usecases/reports/read-framework.ts';
import { readFramework } from '../../shared/usecases/reports/read-framework.ts';
import { readFunnel } from '../../shared/usecases/reports/read-funnel.ts';
import { readReturns } from '../../shared/usecases/reports/read-returns.ts';
import { queryOf, withoutQuery } from './query.ts';

/** Everything under `/api/reports`. */
export function reportRoutes(system: ReportSystem): Hono {
  const routes = new Hono();
  const periodIn = (period: PartialPeriod) => periodOf(dayOf(system.now()), period);

  routes.get('/framework', withoutQuery, async (c) => c.json(await readFramework(system)));

  routes.get('/funnel', async (c) => {
    const { by, ...period } = queryOf(c, funnelQuery);
    return c.json(await readFunnel(system, { by, ...periodIn(period) }));
  });

  routes.get('/returns', async (c) => {
    const period = queryOf(c, returnsQuery);
    return c.json(await readReturns(system, periodIn(period)));
  });

  return routes;
}
