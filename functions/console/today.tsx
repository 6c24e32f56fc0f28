import { Hono } from 'hono';
import { assertMay } from '../../shared/domain/console/viewer.ts';
import type { TodaySystem } from '../../shared/usecases/console/read-today.ts';
import { pages } from '../../shared/web/console/pages.ts';
import type { Did } from '../../shared/web/console/today/page.tsx';
import type { ConsoleEnv } from './console-env.ts';
import type { ShowPage } from './show-page.ts';

const DID: readonly Did[] = ['again', 'drop', 'gone', 'must-be-done'];

/** The page Today: what needs somebody. */
export function todayRoutes(
  system: TodaySystem,
  show: ShowPage,
  { timeZone, publicUrl }: { timeZone: string; publicUrl: string },
): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();

  routes.get('/', async (c) => {
    const { viewer, language } = c.var;
    const { readToday } = await import('../../shared/usecases/console/read-today.ts');
    const [today, { forms, sequences }, { TodayPage }, { todayWords }] = await Promise.all([
      readToday(system, viewer),
      system.playbook(),
      import('../../shared/web/console/today/page.tsx'),
      import('../../shared/web/console/today/words.ts'),
    ]);
    const did = DID.find((one) => one === c.req.query('did'));
    const [form] = Object.keys(forms);
    const content = <TodayPage {...{ language, timeZone, publicUrl, viewer, today, sequences, form, did }} />;
    return show(c, { current: 'today', title: todayWords[language].title, content });
  });

  routes.post('/', async (c) => {
    assertMay(c.var.viewer, 'handle-failures');
    const form = await c.req.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const order = text('action') === 'drop' ? 'drop' : 'again';
    const failed = { partition: text('partition'), place: text('place') };
    const { handleFailedJob } = await import('../../shared/usecases/jobs/failed-jobs.ts');
    const result = await handleFailedJob(system, c.var.viewer, failed, order);
    return c.redirect(`${pages.today}?did=${result === 'done' ? order : result}`, 303);
  });

  return routes;
}
