import { Hono } from 'hono';
import { may } from '../../../shared/domain/console/viewer.ts';
import { partsFor } from '../../../shared/domain/identity/directory/part.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { CountedNumber } from '../../../shared/domain/reports/counted.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import type { BrowsedLeads, BrowseSystem } from '../../../shared/usecases/identity/browse-leads.ts';
import type { ShownBehind } from '../../../shared/web/console/leads/props.ts';
import type { ConsoleEnv } from '../console-env.ts';
import { csvFile, partIn } from '../csv-file.ts';
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
    const behind = question.counted && (await shownBehind(question.counted, found, playbook, language));
    const view = { ...found, behind, leads: found.cards, language, playbook, asked, order, isSales, parts };
    const content = <LeadsPage {...view} now={system.now()} />;
    return show(c, { current: 'leads', title: leadsWords[language].title, content });
  });

  routes.get('/leads.csv', async (c) => {
    const { viewer, language } = c.var;
    const { question } = leadQuestion(c.req.query());
    const { part, name } = partIn(c, 'leads');
    const { exportLeads } = await load();
    const leads = await exportLeads(system, viewer, question, part);
    const { leadsCsv } = await import('../../../shared/web/console/leads/leads-csv.ts');
    const view = { language, leads, playbook: await system.playbook() };
    return csvFile(c, { name, day: dayOf(system.now()) }, leadsCsv(view));
  });

  return routes;
}

/** How the number of a report is called whose leads are listed, and what is known of it. */
async function shownBehind(
  number: CountedNumber,
  { behind }: BrowsedLeads,
  playbook: Playbook,
  language: Language,
): Promise<ShownBehind | undefined> {
  const { countedName } = await import('./counted-name.ts');
  const isNow = number.counted === 'sequence.waiting';
  return behind && { ...behind, number, isNow, name: countedName(playbook, number, language) };
}

const load = () => import('../../../shared/usecases/identity/browse-leads.ts');
