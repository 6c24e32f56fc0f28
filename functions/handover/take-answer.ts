import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 as HttpResponse } from 'aws-lambda';
import { possibleActions } from '../../shared/domain/handover/actions/with-action.ts';
import { type AnswerOutcome, answerHandover } from '../../shared/usecases/handover/answer-handover.ts';
import type { HandoverWithDossier } from '../../shared/usecases/handover/read-dossier.ts';
import type { Entered } from '../../shared/web/handover/action-forms-view.ts';
import type { StorySettings } from '../../shared/web/handover/dossier/story.ts';
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
  const answer = await answerHandover(system, key, form, system.settings.timeZone);
  if (answer.status !== 'found') return errorResponse(system, answer.status);
  return answered(system, key, answer.outcome);
}

function answered(
  system: PagesSystem,
  key: HandoverKey,
  answer: AnswerOutcome,
): HttpResponse | Promise<HttpResponse> {
  switch (answer.outcome) {
    case 'recorded':
      return seeOther(system, key, { said: answer.action, ...(answer.isRepeat && { again: '1' }) });
    case 'no-form':
      return showHandover(system, key, (_, settings) => noSuchForm(settings));
    case 'entered':
      return showHandover(system, key, (found, settings) =>
        incomplete({ ...system, settings }, found, answer.entered),
      );
    case 'not-shared': {
      const { alone, nothing } = handoverWords[system.settings.language].notices;
      const notice = { text: `${alone} ${nothing}`, isRefusal: true };
      const { entered } = answer;
      return showHandover(system, key, () => ({ status: 403, more: { notice, entered } }));
    }
    case 'refused':
      return showHandover(system, key, (found, settings) =>
        conflict({ ...system, settings }, found, answer.entered, answer.why),
      );
  }
}

/** The form again with the input, or a conflict when the action is not possible any more. */
function incomplete(system: PagesSystem, found: HandoverWithDossier, entered: Entered): PageContent {
  const { lead } = found;
  const isPossible = possibleActions(lead).includes(entered.action);
  return isPossible ? { status: 422, more: { entered } } : conflict(system, found, entered, { lead });
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
function noSuchForm({ language }: StorySettings): PageContent {
  const { nothing } = handoverWords[language].notices;
  return { status: 422, more: { notice: { text: nothing, isRefusal: true } } };
}

function seeOther(system: PagesSystem, key: HandoverKey, query: Record<string, string>): HttpResponse {
  return {
    statusCode: 303,
    headers: { ...pageHeaders(system.look()), location: addressOf(system, key, query) },
  };
}
