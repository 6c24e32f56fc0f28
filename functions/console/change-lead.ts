import type { Context } from 'hono';
import type { LeadId } from '../../shared/domain/identity/ids.ts';
import { HAND_CHANGES } from '../../shared/domain/nurture/enrolment/enrolment.ts';
import { changeEnrolment, type EnrolmentChanged } from '../../shared/usecases/nurture/change-enrolment.ts';
import { leadAddress } from '../../shared/web/console/lead/lead-view.ts';
import { leadWords } from '../../shared/web/console/lead/words.ts';
import type { ConsoleEnv } from './console-env.ts';
import type { LeadRoute } from './lead-route.ts';
import { showUnseen, showWhole } from './show-lead.tsx';

/** `POST /console/leads/{id}`: changes what the form says, and leads back to the page, which says what was done. */
export async function changeLead(route: LeadRoute, c: Context<ConsoleEnv>, id: LeadId | undefined) {
  if (id === undefined) return showUnseen(route, c, 'unknown');
  const form = await c.req.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const change = HAND_CHANGES.find((one) => text('action') === `${one}-sequence`);
  if (change === undefined) return showWhole(route, c, id, { isFresh: true });
  const changed = await changeEnrolment(route.system, c.var.viewer, id, {
    ...{ do: change, sequence: text('sequence'), startedAt: text('startedAt') },
    ...{ step: text('step'), seen: text('_seen') },
  });
  if (changed.result === 'done' || changed.result === 'repeated')
    return c.redirect(`${leadAddress(id)}?done=${change}#courses`, 303);
  const notice = { text: refusalText(c, changed), isRefusal: true };
  return showWhole(route, c, id, { isFresh: true, notice, status: 409 });
}

function refusalText(
  c: Context<ConsoleEnv>,
  changed: Exclude<EnrolmentChanged, { result: 'done' | 'repeated' }>,
): string {
  const { refused } = leadWords[c.var.language].courses;
  return changed.result === 'unknown' ? refused.unknown : refused[changed.why];
}
