import type { Context } from 'hono';
import { ACTIONS } from '../../../shared/domain/handover/actions/action.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { HAND_CHANGES, type HandChange } from '../../../shared/domain/nurture/enrolment/enrolment.ts';
import { actAsViewer, assertMayAct, nameOfViewer } from '../../../shared/usecases/handover/act-as-viewer.ts';
import { actFromForm } from '../../../shared/usecases/handover/act-from-form.ts';
import { changeEnrolment } from '../../../shared/usecases/nurture/change-enrolment.ts';
import { courseWords } from '../../../shared/web/console/lead/courses/words.ts';
import { leadAddress } from '../../../shared/web/console/lead/lead-view.ts';
import { refusalNotice } from '../../../shared/web/handover/notices.ts';
import { handoverWords } from '../../../shared/web/handover/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { LeadRoute } from './lead-route.ts';
import { showUnseen, showWhole } from './show-lead.tsx';

type Context_ = Context<ConsoleEnv>;

/** `POST /console/leads/{id}`: does what the form says, and leads back to the page, which says what was done. */
export async function changeLead(route: LeadRoute, c: Context_, id: LeadId | undefined) {
  if (id === undefined) return showUnseen(route, c, 'unknown');
  const form = new URLSearchParams(await c.req.text());
  const change = HAND_CHANGES.find((one) => form.get('action') === `${one}-sequence`);
  return change === undefined ? act(route, c, id, form) : changeSequence(route, c, id, form, change);
}

/** Records what sales did, with the fields of the API; what was typed stays when something is wrong with it. */
async function act(route: LeadRoute, c: Context_, id: LeadId, form: URLSearchParams) {
  const { system, timeZone } = route;
  const { viewer, language } = c.var;
  // Before the content: nobody mends a form that is refused anyway.
  const action = ACTIONS.find((name) => name === form.get('action'));
  if (action !== undefined) assertMayAct(viewer, action);
  const reading = { by: nameOfViewer(viewer), timeZone };
  const outcome = await actFromForm(form, reading, (request, key) =>
    actAsViewer(system, viewer, id, request, key),
  );
  switch (outcome.outcome) {
    case 'recorded': {
      const again = outcome.isRepeat ? '&again=1' : '';
      return c.redirect(`${leadAddress(id)}?said=${outcome.action}${again}`, 303);
    }
    case 'unknown':
      return showUnseen(route, c, 'unknown');
    case 'no-form': {
      const notice = { text: handoverWords[language].notices.nothing, isRefusal: true };
      return showWhole(route, c, id, { isFresh: true, notice, status: 422 });
    }
    case 'entered':
      return showWhole(route, c, id, { isFresh: true, entered: outcome.entered, status: 422 });
    case 'refused': {
      const { entered, why } = outcome;
      const { sales } = await system.playbook();
      const reader = { settings: { language, timeZone }, now: system.now(), team: sales.team };
      const notice = { text: refusalNotice(why, entered.action, reader), isRefusal: true };
      return showWhole(route, c, id, { isFresh: true, notice, entered, status: 409 });
    }
  }
}

async function changeSequence(
  route: LeadRoute,
  c: Context_,
  id: LeadId,
  form: URLSearchParams,
  change: HandChange['did'],
) {
  const text = (name: string) => form.get(name) ?? '';
  const changed = await changeEnrolment(route.system, c.var.viewer, id, {
    ...{ do: change, sequence: text('sequence'), startedAt: text('startedAt') },
    ...{ step: text('step'), seen: text('_seen') },
  });
  if (changed.result === 'done' || changed.result === 'repeated')
    return c.redirect(`${leadAddress(id)}?done=${change}#courses`, 303);
  const { refused } = courseWords[c.var.language];
  const why = changed.result === 'unknown' ? refused.unknown : refused[changed.why];
  return showWhole(route, c, id, { isFresh: true, notice: { text: why, isRefusal: true }, status: 409 });
}
