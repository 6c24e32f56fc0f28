import { type Context, Hono } from 'hono';
import { dayOf } from '../../../shared/domain/time.ts';
import { recordLog } from '../../../shared/usecases/console/record-log.ts';
import type { ReadSystem } from '../../../shared/usecases/lead-system.ts';
import { pages } from '../../../shared/web/console/pages.ts';
import { REPORTS, type ReportName } from '../../../shared/web/console/reports/view.ts';
import { csvOf } from '../../../shared/web/csv.ts';
import type { ConsoleEnv } from '../console-env.ts';
import { csvFile } from '../csv-file.ts';
import type { ShowPage } from '../show-page.ts';
import { reportView } from './report-view.ts';

/** The reports, for everybody who is signed in, each as a page and as a file. */
export function reportRoutes(system: ReadSystem, show: ShowPage): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();
  const load = () => import('./report-content.tsx');
  const viewOf = (c: Context<ConsoleEnv>, report: ReportName) =>
    reportView(report, c.var.language, c.req.query(), system.now());

  routes.get('/reports', (c) => c.redirect(pages.reports, 302));
  for (const report of REPORTS) {
    routes.get(`/reports/${report}`, async (c) => {
      const { readReport, reportPage } = await load();
      const view = viewOf(c, report);
      return show(c, {
        current: 'reports',
        ...reportPage(view, await readReport(system, view, c.var.viewer)),
      });
    });

    routes.get(`/reports/${report}.csv`, async (c) => {
      const { readReport } = await load();
      const who = c.var.viewer.email;
      await recordLog(system, { who }, { kind: 'report-exported', about: report });
      const { head, rows } = (await readReport(system, viewOf(c, report), c.var.viewer)).file;
      return csvFile(c, { name: report, day: dayOf(system.now()) }, csvOf(head, rows));
    });
  }
  return routes;
}
