import { type Context, Hono } from 'hono';
import { LOG_KINDS, type LogKind } from '../../shared/domain/console/log.ts';
import { dayOf, isDay } from '../../shared/domain/time.ts';
import type { LogQuestion } from '../../shared/usecases/console/read-log.ts';
import type { LogSystem } from '../../shared/usecases/console/record-log.ts';
import type { ConsoleEnv } from './console-env.ts';
import { csvFile } from './csv-file.ts';
import type { ShowPage } from './show-page.ts';

/** The page with the log, and its file. */
export function logRoutes(
  system: LogSystem,
  show: ShowPage,
  { timeZone }: { timeZone: string },
): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();

  routes.get('/log', async (c) => {
    const { viewer, language } = c.var;
    const asked = questionIn(c);
    const after = c.req.query('cursor');
    const { readLog } = await load();
    const { entries, next } = await readLog(system, viewer, asked, { zone: timeZone, after });
    const [{ LogView }, { logWords }] = await Promise.all([
      import('../../shared/web/console/log/page.tsx'),
      import('../../shared/web/console/log/words.ts'),
    ]);
    const isLater = after !== undefined;
    const content = <LogView {...{ language, timeZone, entries, isLater, next }} asked={{ ...asked }} />;
    return show(c, { current: 'log', title: logWords[language].title, content });
  });

  routes.get('/log.csv', async (c) => {
    const { viewer, language } = c.var;
    const { exportLog } = await load();
    const entries = await exportLog(system, viewer, questionIn(c), timeZone);
    const { logCsv } = await import('../../shared/web/console/log/entries.tsx');
    return csvFile(c, { name: 'log', day: dayOf(system.now()) }, logCsv(language, entries));
  });

  return routes;
}

const load = () => import('../../shared/usecases/console/read-log.ts');

/** What the address asks; what cannot be is left out. */
function questionIn(c: Context<ConsoleEnv>): LogQuestion {
  const { who = '', kind = '', about = '', day = '' } = c.req.query();
  return {
    ...(who.trim() && { who: who.trim().slice(0, 254) }),
    ...(isKind(kind) && { kind }),
    ...(about.trim() && { about: about.trim().slice(0, 254) }),
    ...(isDay(day) && { day }),
  };
}

function isKind(text: string): text is LogKind {
  return LOG_KINDS.some((kind) => kind === text);
}
