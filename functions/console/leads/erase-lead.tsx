import type { Context } from 'hono';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { eraseAsViewer } from '../../../shared/usecases/identity/erase-as-viewer.ts';
import { readLeadTimeline } from '../../../shared/usecases/identity/lead-page/read-lead-page.ts';
import { ErasedPage, ErasePage } from '../../../shared/web/console/lead/erase.tsx';
import { leadView } from '../../../shared/web/console/lead/lead-view.ts';
import { leadWords } from '../../../shared/web/console/lead/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { LeadRoute } from './lead-route.ts';
import { readerOf, showUnseen } from './show-lead.tsx';

/** `GET /console/leads/{id}/erase` asks to be sure; `POST` erases, and shows the receipt. */
export async function eraseLeadPage(route: LeadRoute, c: Context<ConsoleEnv>, id: LeadId | undefined) {
  if (id === undefined) return showUnseen(route, c, 'unknown');
  const reader = await readerOf(route, c);
  const typed = c.req.method === 'POST' ? String((await c.req.formData()).get('email') ?? '') : undefined;
  if (typed !== undefined) {
    const erased = await eraseAsViewer(route.system, c.var.viewer, id, typed);
    if (erased.result === 'unknown') return showUnseen(route, c, 'unknown');
    if (erased.result === 'erased') {
      const title = leadWords[reader.language].erase.done;
      const content = <ErasedPage receipt={erased.receipt} reader={reader} />;
      return route.show(c, { current: 'leads', title, content });
    }
  }
  const found = await readLeadTimeline(route.system, c.var.viewer, id, { kind: 'sales' });
  if (typeof found === 'string') return showUnseen(route, c, found);
  const view = leadView(found, reader);
  const content = <ErasePage view={view} typed={typed} />;
  const title = leadWords[reader.language].erase.title(view.who);
  return route.show(c, { current: 'leads', title, content, status: typed === undefined ? 200 : 422 });
}
