import { Hono } from 'hono';
import { type PartialPeriod, periodOf } from '../../shared/domain/reports/period.ts';
import { dayOf } from '../../shared/domain/time.ts';
import type { ReadSystem } from '../../shared/usecases/lead-system.ts';
import { queryOf, withoutQuery } from './query.ts';

/** Everything under `/api/reports`. What a report needs is loaded with its first request. */
export function reportRoutes(system: ReadSystem): Hono {
  const routes = new Hono();
  const periodIn = (period: PartialPeriod) => periodOf(dayOf(system.now()), period);

  routes.get('/framework', withoutQuery, async (c) => {
    const { readFramework } = await import('../../shared/usecases/reports/read-framework.ts');
    return c.json(await readFramework(system));
  });

  routes.get('/funnel', async (c) => {
    const { funnelQuery } = await import('../../shared/contract/report-requests.ts');
    const { by, ...period } = queryOf(c, funnelQuery);
    const { readFunnel } = await import('../../shared/usecases/reports/read-funnel.ts');
    return c.json(await readFunnel(system, { by, ...periodIn(period) }));
  });

  routes.get('/returns', async (c) => {
    const { periodQuery } = await import('../../shared/contract/report-requests.ts');
    const period = queryOf(c, periodQuery);
    const { readReturns } = await import('../../shared/usecases/reports/read-returns.ts');
    return c.json(await readReturns(system, periodIn(period)));
  });

  routes.get('/mails', async (c) => {
    const { periodQuery } = await import('../../shared/contract/report-requests.ts');
    const period = queryOf(c, periodQuery);
    const { readMails } = await import('../../shared/usecases/reports/read-mails.ts');
    return c.json(await readMails(system, periodIn(period)));
  });

  return routes;
}
