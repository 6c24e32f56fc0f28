import { createHash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 } from 'aws-lambda';
import type { ActionName, ProofName } from '../../shared/domain/handover/action.ts';
import { possibleActions } from '../../shared/domain/handover/with-action.ts';
import { answerHandover } from '../../shared/usecases/handover/answer-handover.ts';
import type { HandoverWithDossier } from '../../shared/usecases/handover/read-dossier.ts';
import { proofFields } from '../../shared/web/handover/action-fields.ts';
import { type HandoverKey, handoverLink } from '../../shared/web/handover/handover-link.ts';
import type { Entered } from '../../shared/web/handover/handover-view.ts';
import { refusalNotice } from '../../shared/web/handover/notices.ts';
import { pageHeaders } from '../../shared/web/handover/page-headers.ts';
import { handoverWords } from '../../shared/web/handover/words.ts';
import { enteredIn, readAnswer } from './read-answer.ts';
import { excuse, formIn, type PagesSystem } from './request.ts';
import { type Shown, showHandover } from './show-handover.ts';

/** `POST /handover/{token}`: records an answer and leads back to the page, so that loading that again sends nothing. */
export async function takeAnswer(
  system: PagesSystem,
  key: HandoverKey,
  event: APIGatewayProxyEventV2,
): Promise<Answer> {
  const form = formIn(event);
  if (form === undefined) return excuse(system, 'unreadable');
  const answer = readAnswer(form);
  if (answer === undefined) return showHandover(system, key, () => noAnswer(system));
  if ('entered' in answer)
    return showHandover(system, key, (seen) => incomplete(system, seen, answer.entered));

  const { action } = answer.asked;
  // As the page was that the form stood on: somebody may have answered since.
  const asked = { ...answer.asked, ...(form.has('_unanswered') && { onlyIfOpen: true as const }) };
  const acted = await answerHandover(system, key, asked, requestKey(system, form));
  switch (acted.result) {
    case 'done':
      return seeOther(key, { said: action });
    case 'repeated':
      return seeOther(key, { said: action, again: '1' });
    case 'impossible':
      return showHandover(system, key, (seen) => conflict(system, seen, action));
    case 'unproven':
      return showHandover(system, key, (seen) =>
        incomplete(system, seen, unproven(form, action, acted.missing)),
      );
    case 'closed':
      return excuse(system, acted.because);
  }
}

/** The form again, with what was typed; unless it can no longer be sent at all. */
function incomplete(system: PagesSystem, seen: HandoverWithDossier, entered: Entered): Shown {
  const isPossible = possibleActions(seen.lead).includes(entered.action);
  return isPossible ? { status: 422, more: { entered } } : conflict(system, seen, entered.action);
}

function conflict({ settings, now }: PagesSystem, seen: HandoverWithDossier, action: ActionName): Shown {
  const text = refusalNotice(seen, action, { settings, now: now() });
  return { status: 409, more: { notice: { text, isRefusal: true } } };
}

/** What no form of the page sends. */
function noAnswer({ settings }: PagesSystem): Shown {
  const { nothing } = handoverWords[settings.language].notices;
  return { status: 422, more: { notice: { text: nothing, isRefusal: true } } };
}

function unproven(form: URLSearchParams, action: ActionName, missing: ProofName[]) {
  const problems = missing.map((proof) => [proofFields[proof], 'missing' as const]);
  return enteredIn(form, action, Object.fromEntries(problems));
}

/** The same for the same answer from the same page; another answer from that page, after going back, is another. */
function requestKey({ newKey }: PagesSystem, form: URLSearchParams): string {
  if (!form.get('_key')) return newKey();
  return createHash('sha256').update(String(form)).digest('base64url').slice(0, 22);
}

function seeOther(key: HandoverKey, query: Record<string, string>): Answer {
  const location = `${handoverLink('', key)}?${new URLSearchParams(query)}`;
  return { statusCode: 303, headers: { ...pageHeaders, location } };
}
