import { type Context, Hono } from 'hono';
import { isLeadId } from '../../../shared/domain/identity/ids.ts';
import type { DeskSystem } from '../../../shared/usecases/handover/read-desk.ts';
import type { LeadSystem } from '../../../shared/usecases/lead-system.ts';
import { Message } from '../../../shared/web/console/parts/message.tsx';
import type { ConsoleEnv } from '../console-env.ts';
import type { ShowPage } from '../show-page.ts';

/** The pages on which sales works. What they need is loaded when somebody opens one. */
export function deskRoutes(
  system: LeadSystem & DeskSystem,
  show: ShowPage,
  { timeZone, publicUrl }: { timeZone: string; publicUrl: string },
): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();

  routes.on(['GET', 'POST'], '/leads/:id/answer', async (c) => {
    const { answerPage } = await import('./answer.tsx');
    const id = c.req.param('id');
    const answered = isLeadId(id) ? await answerPage({ system, timeZone }, c, id) : undefined;
    if (answered instanceof Response) return answered;
    if (answered !== undefined) return show(c, { current: 'leads', ...answered });
    const { deskWords } = await import('../../../shared/web/console/desk/words.ts');
    const { unknown, unknownMore } = deskWords[c.var.language];
    const content = <Message title={unknown} text={unknownMore} />;
    return show(c, { current: 'leads', title: unknown, content, status: 404 });
  });

  routes.get('/leads/:id/call.ics', async (c) => {
    const { callCalendar } = await import('./call-calendar.ts');
    const id = c.req.param('id');
    const file = isLeadId(id) ? await callCalendar({ system, publicUrl }, c, id) : undefined;
    return file ?? c.notFound();
  });

  routes.on(['GET', 'POST'], '/mine', async (c) => {
    const { myLeads } = await import('./desk-lists.tsx');
    const page = await myLeads({ system, timeZone }, c);
    return page instanceof Response ? page : show(c, { current: 'mine', ...page });
  });

  routes.get('/handovers', async (c) => {
    const { deskList } = await import('./desk-lists.tsx');
    return show(c, { current: 'handovers', ...(await deskList({ system, timeZone }, c, listIn(c))) });
  });

  routes.get('/handovers.csv', async (c) => {
    const { handoversFile } = await import('./desk-lists.tsx');
    return handoversFile({ system, timeZone }, c, listIn(c));
  });

  return routes;
}

function listIn(c: Context<ConsoleEnv>): 'open' | 'overdue' {
  return c.req.query('overdue') === undefined ? 'open' : 'overdue';
}
