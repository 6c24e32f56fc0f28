import { Hono } from 'hono';
import { may } from '../../../shared/domain/console/viewer.ts';
import { partsFor } from '../../../shared/domain/identity/directory/part.ts';
import type { BrowseSystem } from '../../../shared/usecases/identity/browse-leads.ts';
import type { ConsoleEnv } from '../console-env.ts';
import { csvFile } from '../csv-file.ts';
import type { ShowPage } from '../show-page.ts';
import { leadQuestion } from './lead-question.ts';

/** The list of leads, and its file. */
export function leadsRoutes(system: BrowseSystem, show: ShowPage): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();

  routes.get('/leads', async (c) => {
    const { viewer, language } = c.var;
    const { asked, order, cursor, question } = leadQuestion(c.req.query());
    const { browseLeads, LEADS_IN_FILE } = await load();
    const [{ LeadsPage }, { leadsWords }, playbook, found] = await Promise.all([
      import('../../../shared/web/console/leads/page.tsx'),
      import('../../../shared/web/console/leads/words.ts'),
      system.playbook(),
      browseLeads(system, viewer, question, cursor),
    ]);
    const isSales = !may(viewer, 'see-all-leads');
    const parts = partsFor(found.total, LEADS_IN_FILE);
    const view = { ...found, leads: found.cards, language, playbook, asked, order, isSales, parts };
    const content = <LeadsPage {...view} now={system.now()} />;
    return show(c, { current: 'leads', title: leadsWords[language].title, content });
  });

  routes.get('/leads.csv', async (c) => {
    const { viewer, language } = c.var;
    const { question } = leadQuestion(c.req.query());
    const of = wholeNumber(c.req.query('of'), 1_000);
    const part = { of, part: wholeNumber(c.req.query('part'), of) };
    const { exportLeads } = await load();
    const leads = await exportLeads(system, viewer, question, part);
    const { leadsCsv } = await import('../../../shared/web/console/leads/leads-csv.ts');
    const view = { language, leads, now: system.now(), playbook: await system.playbook() };
    return csvFile(c, of === 1 ? 'leads' : `leads-${part.part}-of-${of}`, leadsCsv(view));
  });

  return routes;
}

const load = () => import('../../../shared/usecases/identity/browse-leads.ts');

/** A number from 1 to the most; 1 for what is none. */
function wholeNumber(text: string | undefined, most: number): number {
  const number = Number(text ?? 1);
  return Number.isInteger(number) && number >= 1 && number <= most ? number : 1;
}
