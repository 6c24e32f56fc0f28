import type { Context } from 'hono';
import { assertMay } from '../../../shared/domain/console/viewer.ts';
import { ACTIONS } from '../../../shared/domain/handover/actions/action.ts';
import { possibleCorrections } from '../../../shared/domain/handover/actions/correct.ts';
import { hasHandover } from '../../../shared/domain/handover/handovers.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { randomId } from '../../../shared/gateways/random-id.ts';
import { actAsViewer, nameOfViewer } from '../../../shared/usecases/handover/act-as-viewer.ts';
import { actFromForm, type FormOutcome } from '../../../shared/usecases/handover/act-from-form.ts';
import { type LeadWithAnswers, readAnswers } from '../../../shared/usecases/handover/read-answers.ts';
import type { LeadSystem } from '../../../shared/usecases/lead-system.ts';
import { AnswerPage, type AnswerPageProps } from '../../../shared/web/console/desk/answer-page.tsx';
import { deskWords } from '../../../shared/web/console/desk/words.ts';
import { type ActionFormsView, actionFormsView } from '../../../shared/web/handover/action-forms-view.ts';
import { answerAddress } from '../../../shared/web/handover/answer-address.ts';
import { enteredInAction } from '../../../shared/web/handover/entered-in-action.ts';
import { type NoticeReader, recordedNotice, refusalNotice } from '../../../shared/web/handover/notices.ts';
import { handoverWords } from '../../../shared/web/handover/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { Page } from '../show-page.ts';

interface Desk {
  system: LeadSystem;
  timeZone: string;
}

/** `/console/leads/{id}/answer`: forms for all that sales can do, and for corrections. Undefined without such a lead. */
export async function answerPage(
  { system, timeZone }: Desk,
  c: Context<ConsoleEnv>,
  id: LeadId,
): Promise<Response | Page | undefined> {
  const { viewer, language } = c.var;
  assertMay(viewer, 'answer-for-sales');
  const reading = { by: nameOfViewer(viewer), timeZone };
  let outcome: FormOutcome | undefined;
  if (c.req.method === 'POST') {
    const form = new URLSearchParams(await c.req.text());
    outcome = await actFromForm(form, reading, (request, key) =>
      actAsViewer(system, viewer, id, request, key),
    );
    if (outcome.outcome === 'recorded') {
      const again = outcome.isRepeat ? '&again=1' : '';
      return c.redirect(`${answerAddress(id)}?said=${outcome.action}${again}`, 303);
    }
  }
  const found = await readAnswers(system, viewer, id);
  if (found === undefined) return undefined;
  const { lead, name, actions, playbook } = found;
  const now = system.now();
  const { team } = playbook.sales;
  const person = { key: reading.by, name: viewer.name };
  const forms = actionFormsView(
    { lead, playbook },
    { language, person, address: answerAddress(id), key: randomId() },
  );
  const notice = noticeOf(c, outcome, found, { settings: { language, timeZone }, now, team });
  const entered = outcome && 'entered' in outcome ? { entered: outcome.entered } : {};
  const view = { ...corrected(forms, found, Number(c.req.query('correct'))), ...entered };
  return {
    title: deskWords[language].answer(name),
    status: outcome === undefined ? 200 : outcome.outcome === 'refused' ? 409 : 422,
    content: (
      <>
        <h1>{deskWords[language].answer(name)}</h1>
        <AnswerPage {...{ language, timeZone, now, lead, actions, team, forms: view, ...notice }} />
      </>
    ),
  };
}

/** The forms of what an action can become, when the address says that it is wrong. */
function corrected(
  forms: ActionFormsView,
  { lead, actions }: LeadWithAnswers,
  number: number,
): ActionFormsView {
  const wrong = actions.find((one) => one.number === number);
  if (wrong === undefined || !hasHandover(lead)) return forms;
  const possible = possibleCorrections(lead, actions, wrong);
  const address = `/console/leads/${lead.id}/answer?correct=${number}`;
  return { ...forms, address, possible, entered: enteredInAction(wrong), replaces: number };
}

function noticeOf(
  c: Context<ConsoleEnv>,
  outcome: FormOutcome | undefined,
  { actions }: LeadWithAnswers,
  reader: NoticeReader,
): Pick<AnswerPageProps, 'notice'> {
  if (outcome?.outcome === 'refused') {
    const text = refusalNotice(outcome.why, outcome.entered.action, reader);
    return { notice: { text, isRefusal: true } };
  }
  if (outcome?.outcome === 'no-form')
    return { notice: { text: handoverWords[c.var.language].notices.nothing, isRefusal: true } };
  const said = ACTIONS.find((name) => name === c.req.query('said'));
  const text = said && recordedNotice(actions, said, c.req.query('again') !== undefined, reader);
  return text === undefined ? {} : { notice: { text, isRefusal: false } };
}
