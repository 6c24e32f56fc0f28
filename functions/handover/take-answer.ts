import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 as HttpResponse } from 'aws-lambda';
import { possibleActions } from '../../shared/domain/handover/with-action.ts';
import { actFromForm, type FormOutcome } from '../../shared/usecases/handover/act-from-form.ts';
import { answerHandover } from '../../shared/usecases/handover/answer-handover.ts';
import type { HandoverWithDossier } from '../../shared/usecases/handover/read-dossier.ts';
import type { Entered } from '../../shared/web/handover/action-forms-view.ts';
import type { HandoverKey } from '../../shared/web/handover/handover-link.ts';
import { type Refusal, refusalNotice } from '../../shared/web/handover/notices.ts';
import { pageHeaders } from '../../shared/web/handover/page-headers.ts';
import { handoverWords } from '../../shared/web/handover/words.ts';
import { addressOf, errorResponse, formIn, type PagesSystem } from './request.ts';
import { type PageContent, showHandover } from './show-handover.ts';

/** `POST /handover/{token}`: records an answer and redirects to the page, so that a reload does not send it again. */
export async function takeAnswer(
  system: PagesSystem,
  key: HandoverKey,
  event: APIGatewayProxyEventV2,
): Promise<HttpResponse> {
  const form = formIn(event);
  if (form === undefined) return errorResponse(system, 'unreadable');
  const { timeZone } = system.settings;
  const answer = await answerHandover(system, key, (act) => actFromForm(form, { timeZone }, act));
  if (answer.status !== 'found') return errorResponse(system, answer.status);
  return answered(system, key, answer.outcome);
}

function answered(
  system: PagesSystem,
  key: HandoverKey,
  answer: Exclude<FormOutcome, { outcome: 'unknown' }>,
): HttpResponse | Promise<HttpResponse> {
  switch (answer.outcome) {
    case 'recorded':
      return seeOther(system, key, { said: answer.action, ...(answer.isRepeat && { again: '1' }) });
    case 'no-form':
      return showHandover(system, key, () => noSuchForm(system));
    case 'entered':
      return showHandover(system, key, (found) => incomplete(system, found, answer.entered));
    case 'refused':
      return showHandover(system, key, (found) => conflict(system, found, answer.entered, answer.why));
  }
}

/** The form again with the input, or a conflict when the action is not possible any more. */
function incomplete(system: PagesSystem, found: HandoverWithDossier, entered: Entered): PageContent {
  const isPossible = possibleActions(found.lead).includes(entered.action);
  return isPossible ? { status: 422, more: { entered } } : conflict(system, found, entered, found);
}

function conflict(
  { settings, now }: PagesSystem,
  { playbook: { sales } }: HandoverWithDossier,
  entered: Entered,
  refusal: Refusal,
): PageContent {
  const text = refusalNotice(refusal, entered.action, { settings, now: now(), team: sales.team });
  return { status: 409, more: { entered, notice: { text, isRefusal: true } } };
}

/** The body matches no form of the page. */
function noSuchForm({ settings }: PagesSystem): PageContent {
  const { nothing } = handoverWords[settings.language].notices;
  return { status: 422, more: { notice: { text: nothing, isRefusal: true } } };
}

function seeOther(system: PagesSystem, key: HandoverKey, query: Record<string, string>): HttpResponse {
  return { statusCode: 303, headers: { ...pageHeaders, location: addressOf(system, key, query) } };
}
