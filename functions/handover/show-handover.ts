import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 as HttpResponse } from 'aws-lambda';
import { ACTIONS, type ActionName, SHARED_ACTIONS } from '../../shared/domain/handover/actions/action.ts';
import { type HandoverWithDossier, readDossier } from '../../shared/usecases/handover/read-dossier.ts';
import type { StorySettings } from '../../shared/web/handover/dossier/story.ts';
import type { HandoverKey } from '../../shared/web/handover/handover-link.ts';
import type { HandoverView } from '../../shared/web/handover/handover-view.ts';
import { handoverView } from '../../shared/web/handover/handover-view.ts';
import { recordedNotice, takenNotice } from '../../shared/web/handover/notices.ts';
import { handoverPage } from '../../shared/web/handover/page.tsx';
import { addressOf, errorResponse, type PagesSystem, page } from './request.ts';

/** What else the page shows, and its status. */
export interface PageContent {
  status: 200 | 403 | 409 | 422;
  more: Partial<Pick<HandoverView, 'open' | 'notice' | 'entered'>>;
}

/** The page of a hand-over, or why it is unavailable. Changes nothing. */
export async function showHandover(
  system: PagesSystem,
  key: HandoverKey,
  contentOf: (found: HandoverWithDossier, settings: StorySettings) => PageContent,
): Promise<HttpResponse> {
  const found = await readDossier(system, key);
  if (found.status !== 'open' && found.status !== 'answered') return errorResponse(system, found.status);
  const { member } = key;
  const person = member === undefined ? undefined : found.playbook.sales.team[member];
  // The link of one person is in that person's language, whatever the browser prefers.
  const settings = {
    ...system.settings,
    ...(person?.language && !system.asked && { language: person.language }),
  };
  const view = handoverView(found, settings, {
    address: addressOf(system, key),
    key: system.newKey(),
    ...(member === undefined
      ? { only: SHARED_ACTIONS }
      : { person: { key: member, name: person?.name ?? member } }),
  });
  const { status, more } = contentOf(found, settings);
  return page(system, status, handoverPage({ ...view, ...more }, system.look()));
}

/** `GET /handover/{token}`: `?answer=` opens a form, `?said=` shows what was recorded. */
export function openHandover(
  system: PagesSystem,
  key: HandoverKey,
  { queryStringParameters: query }: APIGatewayProxyEventV2,
): Promise<HttpResponse> {
  const opened = actionIn(query?.answer);
  const recorded = actionIn(query?.said);
  return showHandover(system, key, (found, settings) => {
    const { dossier, lead, playbook } = found;
    const reader = { settings, now: system.now(), team: playbook.sales.team };
    const notice = recorded && recordedNotice(dossier.actions, recorded, query?.again !== undefined, reader);
    const taken = opened && takenNotice(lead, opened, reader);
    const text = notice ?? taken;
    const more = { ...(opened && { open: opened }), ...(text && { notice: { text, isRefusal: false } }) };
    return { status: 200, more };
  });
}

function actionIn(text: string | undefined): ActionName | undefined {
  return ACTIONS.find((name) => name === text);
}
