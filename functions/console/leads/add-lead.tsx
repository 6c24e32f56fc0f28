import type { Context } from 'hono';
import { may } from '../../../shared/domain/console/viewer.ts';
import { wallTimeOf } from '../../../shared/domain/time-zone.ts';
import { randomId } from '../../../shared/gateways/random-id.ts';
import { addLead } from '../../../shared/usecases/identity/by-colleague/add-lead.ts';
import { readAddForm } from '../../../shared/usecases/identity/by-colleague/read-add-form.ts';
import { canAskToConfirm } from '../../../shared/usecases/identity/read-permission.ts';
import { leadAddress } from '../../../shared/web/console/lead/lead-view.ts';
import { addAddress } from '../../../shared/web/console/leads/props.ts';
import { AddPage } from '../../../shared/web/console/values/add-page.tsx';
import type { AddForm } from '../../../shared/web/console/values/problem-text.ts';
import { valuesWords } from '../../../shared/web/console/values/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { LeadRoute } from './lead-route.ts';

/** `GET /console/leads/add` shows the form that adds a person; `POST` adds one, and leads to the lead if the reader may see it. */
export async function addLeadPage(route: LeadRoute, c: Context<ConsoleEnv>) {
  const { system, timeZone } = route;
  if (c.req.method !== 'POST') {
    const outcome = c.req.query('done') === undefined ? undefined : ('to-marketing' as const);
    return showForm(route, c, { outcome });
  }
  const typed = new URLSearchParams(await c.req.text());
  const [playbook, now] = [await system.playbook(), system.now()];
  const read = readAddForm(typed, { playbook, now, timeZone });
  if ('problems' in read) return showForm(route, c, { typed, problems: read.problems, status: 422 });
  const added = await addLead(system, c.var.viewer, read.input, typed.get('_key') || randomId());
  switch (added.result) {
    case 'added':
      return c.redirect(added.isSeen ? `${leadAddress(added.id)}?done=added` : `${addAddress}?done=1`, 303);
    case 'erased':
      return showForm(route, c, { typed, outcome: 'erased', status: 409 });
    case 'invalid':
      return showForm(route, c, { typed, problems: { email: { code: 'no-address' } }, status: 422 });
  }
}

interface Shown {
  typed?: URLSearchParams;
  problems?: AddForm['problems'];
  outcome?: 'to-marketing' | 'erased' | undefined;
  status?: 409 | 422;
}

async function showForm({ system, show, timeZone }: LeadRoute, c: Context<ConsoleEnv>, shown: Shown) {
  const { typed = new URLSearchParams(), problems = {}, outcome, status } = shown;
  const { viewer, language } = c.var;
  const playbook = await system.playbook();
  const content = (
    <AddPage
      {...{ language, playbook, typed, problems, outcome }}
      today={wallTimeOf(system.now(), timeZone).day}
      canConfirm={canAskToConfirm(playbook.sequences)}
      newKey={typed.get('_key') || randomId()}
      isSales={!may(viewer, 'see-all-leads')}
    />
  );
  const { title } = valuesWords[language].add;
  return show(c, { current: 'leads', title, content, ...(status && { status }) });
}
