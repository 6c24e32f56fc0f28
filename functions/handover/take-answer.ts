import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 as HttpResponse } from 'aws-lambda';
import type { ActionName, ProofName } from '../../shared/domain/handover/action.ts';
import { possibleActions } from '../../shared/domain/handover/with-action.ts';
import { answerHandover } from '../../shared/usecases/handover/answer-handover.ts';
import type { HandoverWithDossier } from '../../shared/usecases/handover/read-dossier.ts';
import { proofFields } from '../../shared/web/handover/action-fields.ts';
import type { HandoverKey } from '../../shared/web/handover/handover-link.ts';
import type { Entered } from '../../shared/web/handover/handover-view.ts';
import { refusalNotice } from '../../shared/web/handover/notices.ts';
import { pageHeaders } from '../../shared/web/handover/page-headers.ts';
import { handoverWords } from '../../shared/web/handover/words.ts';
import { enteredIn, readAnswer } from './read-answer.ts';
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
  const answer = readAnswer(form);
  if (answer === undefined) return showHandover(system, key, () => noSuchForm(system));
  if ('entered' in answer)
    return showHandover(system, key, (found) => incomplete(system, found, answer.entered));

  const { action } = answer.request;
  // The page showed no answer; somebody may have answered since.
  const request = { ...answer.request, ...(form.has('_unanswered') && { onlyIfOpen: true as const }) };
  const outcome = await answerHandover(system, key, request, requestKey(system, form));
  switch (outcome.result) {
    case 'done':
      return seeOther(system, key, { said: action });
    case 'repeated':
      return seeOther(system, key, { said: action, again: '1' });
    case 'impossible':
    case 'key-taken':
      return showHandover(system, key, (found) => conflict(system, found, action));
    case 'unproven':
      return showHandover(system, key, (found) =>
        incomplete(system, found, unproven(form, action, outcome.missing)),
      );
    case 'closed':
      return errorResponse(system, outcome.because);
  }
}

/** The form again with the input, or a conflict when the action is not possible any more. */
function incomplete(system: PagesSystem, found: HandoverWithDossier, entered: Entered): PageContent {
  const isPossible = possibleActions(found.lead).includes(entered.action);
  return isPossible ? { status: 422, more: { entered } } : conflict(system, found, entered.action);
}

function conflict(
  { settings, now }: PagesSystem,
  found: HandoverWithDossier,
  action: ActionName,
): PageContent {
  const text = refusalNotice(found, action, { settings, now: now() });
  return { status: 409, more: { notice: { text, isRefusal: true } } };
}

/** The body matches no form of the page. */
function noSuchForm({ settings }: PagesSystem): PageContent {
  const { nothing } = handoverWords[settings.language].notices;
  return { status: 422, more: { notice: { text: nothing, isRefusal: true } } };
}

function unproven(form: URLSearchParams, action: ActionName, missing: ProofName[]) {
  const problems = missing.map((proof) => [proofFields[proof], 'missing' as const]);
  return enteredIn(form, action, Object.fromEntries(problems));
}

/** The same key for the same answer from the same page; a different answer from that page gets another key. */
function requestKey({ newKey }: PagesSystem, form: URLSearchParams): string {
  if (!form.get('_key')) return newKey();
  return createHash('sha256').update(String(form)).digest('base64url').slice(0, 22);
}

function seeOther(system: PagesSystem, key: HandoverKey, query: Record<string, string>): HttpResponse {
  return { statusCode: 303, headers: { ...pageHeaders, location: addressOf(system, key, query) } };
}
