import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 } from 'aws-lambda';
import { ACTIONS, type ActionName } from '../../shared/domain/handover/action.ts';
import { type HandoverWithDossier, readDossier } from '../../shared/usecases/handover/read-dossier.ts';
import { type HandoverKey, handoverLink } from '../../shared/web/handover/handover-link.ts';
import type { HandoverView } from '../../shared/web/handover/handover-view.ts';
import { handoverView } from '../../shared/web/handover/handover-view.ts';
import { recordedNotice, takenNotice } from '../../shared/web/handover/notices.ts';
import { handoverPage } from '../../shared/web/handover/page.tsx';
import { excuse, type PagesSystem, page } from './request.ts';

/** What else is on the page, and with which status it is answered. */
export interface Shown {
  status: 200 | 409 | 422;
  more: Partial<Pick<HandoverView, 'open' | 'notice' | 'entered'>>;
}

/** The page of a hand-over with something more on it, or why there is none. Changes nothing. */
export async function showHandover(
  system: PagesSystem,
  key: HandoverKey,
  shownOn: (seen: HandoverWithDossier) => Shown,
): Promise<Answer> {
  const found = await readDossier(system, key);
  if (found.status !== 'open' && found.status !== 'answered') return excuse(system, found.status);
  const view = handoverView(found, system.settings, {
    address: handoverLink('', key),
    key: system.newKey(),
  });
  const { status, more } = shownOn(found);
  return page(status, handoverPage({ ...view, ...more }));
}

/** `GET /handover/{token}`: `?answer=` opens a part of it, `?said=` tells what was recorded. */
export function openHandover(
  system: PagesSystem,
  key: HandoverKey,
  { queryStringParameters: query }: APIGatewayProxyEventV2,
): Promise<Answer> {
  const asked = actionIn(query?.answer);
  const said = actionIn(query?.said);
  return showHandover(system, key, (seen) => {
    const { settings } = system;
    const notice =
      said && recordedNotice(seen, said, query?.again !== undefined, { settings, now: system.now() });
    const taken = asked && takenNotice(seen, asked, { settings, now: system.now() });
    const text = notice ?? taken;
    const more = { ...(asked && { open: asked }), ...(text && { notice: { text, isRefusal: false } }) };
    return { status: 200, more };
  });
}

function actionIn(text: string | undefined): ActionName | undefined {
  return ACTIONS.find((name) => name === text);
}
