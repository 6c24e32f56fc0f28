import { Hono } from 'hono';
import { frameworkReport, funnelReport, returnsReport } from '../../../shared/contract/reports.ts';
import { FUNNEL_BY } from '../../../shared/domain/reports/funnel.ts';
import { type Period, periodOf } from '../../../shared/domain/reports/period.ts';
import { dayOf, plusDays } from '../../../shared/domain/time.ts';
import { reportPage, type View } from '../../../shared/web/reports/page.tsx';
import type { Reports } from '../../../shared/web/reports/reports.ts';
import type { RunningTwin } from '../../local/running-twin.ts';
import { readApi } from '../read-api.ts';
import { requestLanguage } from '../request-language.ts';

const PATH = '/_local/reports';
const SPANS = { 4: 4, 12: 12, 52: 52 } as const;

/** The page with the reports of this twin's API: `?by=`, `?weeks=` and `?lang=`. */
export function reportRoutes({ addresses: { api }, now }: RunningTwin): Hono {
  const app = new Hono();
  app.get(PATH, async (c) => {
    const by = FUNNEL_BY.find((one) => one === c.req.query('by')) ?? 'week';
    const weeks = Object.values(SPANS).find((span) => String(span) === c.req.query('weeks')) ?? SPANS[12];
    const view: View = { language: requestLanguage(c), by, weeks };
    const today = dayOf(new Date(now()).toISOString());
    const { from } = periodOf(today, {});
    const period = { from: plusDays(from, 7 * (SPANS[12] - weeks)), to: today };
    c.header('cache-control', 'no-store');
    c.header('vary', 'accept-language');
    return c.html(reportPage({ reports: await readReports(api, period, view), view, link, home: '/' }));
  });
  return app;
}

function link({ language, by, weeks }: View): string {
  return `${PATH}?${new URLSearchParams({ lang: language, by, weeks: String(weeks) })}`;
}

async function readReports(api: string, period: Period, { by }: View): Promise<Reports> {
  const [framework, funnel, returns] = await Promise.all([
    readApi(`${api}/api/reports/framework`, frameworkReport),
    readApi(`${api}/api/reports/funnel?${new URLSearchParams({ ...period, by })}`, funnelReport),
    readApi(`${api}/api/reports/returns?${new URLSearchParams({ ...period })}`, returnsReport),
  ]);
  const { total, rows } = funnel;
  return {
    period,
    cells: framework.cells,
    total,
    by,
    rows,
    reasons: returns.reasons,
    criteria: returns.criteria,
  };
}
