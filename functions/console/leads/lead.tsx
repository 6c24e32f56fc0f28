import { Hono } from 'hono';
import { assertMay } from '../../../shared/domain/console/viewer.ts';
import { isLeadId, type LeadId } from '../../../shared/domain/identity/ids.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { ShowPage } from '../show-page.ts';
import type { LeadRoute } from './lead-route.ts';

/** The page of one lead, and the pages that add one, change its values, and erase it. What they need is loaded when somebody opens one. */
export function leadRoutes(
  system: LeadRoute['system'],
  show: ShowPage,
  { timeZone }: { timeZone: string },
): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();
  const idIn = (text: string): LeadId | undefined => (isLeadId(text) ? text : undefined);

  // Before the page of a lead: no lead has this id.
  routes.on(['GET', 'POST'], '/leads/add', async (c) => {
    assertMay(c.var.viewer, 'add-leads');
    const { addLeadPage } = await import('./add-lead.tsx');
    return addLeadPage({ system, show, timeZone }, c);
  });

  routes.get('/leads/:id', async (c) => {
    const { openLead } = await import('./open-lead.ts');
    return openLead({ system, show, timeZone }, c, idIn(c.req.param('id')));
  });

  routes.post('/leads/:id', async (c) => {
    const { changeLead } = await import('./change-lead.ts');
    return changeLead({ system, show, timeZone }, c, idIn(c.req.param('id')));
  });

  routes.on(['GET', 'POST'], '/leads/:id/values', async (c) => {
    assertMay(c.var.viewer, 'change-values');
    const { valuesPage } = await import('./change-values.tsx');
    return valuesPage({ system, show, timeZone }, c, idIn(c.req.param('id')));
  });

  routes.on(['GET', 'POST'], '/leads/:id/erase', async (c) => {
    assertMay(c.var.viewer, 'erase');
    const { eraseLeadPage } = await import('./erase-lead.tsx');
    return eraseLeadPage({ system, show, timeZone }, c, idIn(c.req.param('id')));
  });

  return routes;
}
