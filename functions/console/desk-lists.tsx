import type { Context } from 'hono';
import { ACTIONS } from '../../shared/domain/handover/action.ts';
import { CURSOR_PATTERN } from '../../shared/domain/identity/directory/find.ts';
import { isLeadId } from '../../shared/domain/identity/ids.ts';
import { randomId } from '../../shared/gateways/random-id.ts';
import { actAsViewer, nameOfViewer } from '../../shared/usecases/handover/act-as-viewer.ts';
import { actFromForm } from '../../shared/usecases/handover/act-from-form.ts';
import { type DeskList, type DeskSystem, readDesk } from '../../shared/usecases/handover/read-desk.ts';
import type { LeadSystem } from '../../shared/usecases/lead-system.ts';
import { DeskPage, type DeskPageProps } from '../../shared/web/console/desk/desk-page.tsx';
import { deskWords } from '../../shared/web/console/desk/words.ts';
import { pages } from '../../shared/web/console/pages.ts';
import { refusalNotice } from '../../shared/web/handover/notices.ts';
import { handoverWords } from '../../shared/web/handover/words.ts';
import type { ConsoleEnv } from './console-env.ts';
import type { Page } from './show-page.ts';

interface Desk {
  system: LeadSystem & DeskSystem;
  timeZone: string;
}

/** `/console/handovers`, and what `/console/mine` shows. */
export async function deskList(
  { system, timeZone }: Desk,
  c: Context<ConsoleEnv>,
  list: DeskList,
  notice?: DeskPageProps['notice'],
): Promise<Page> {
  const { viewer, language } = c.var;
  const cursor = c.req.query('cursor') ?? '';
  const after = CURSOR_PATTERN.test(cursor) ? cursor : undefined;
  const desk = await readDesk(system, viewer, { list, after });
  const props = { language, timeZone, list, newKey: randomId, ...desk, ...(notice && { notice }) };
  return {
    title: deskWords[language].lists[list].title,
    content: <DeskPage {...props} />,
    status: notice?.isRefusal ? 409 : 200,
  };
}

/** `/console/mine`: the leads of whoever is signed in, and one press to log a call. */
export async function myLeads(desk: Desk, c: Context<ConsoleEnv>): Promise<Page | Response> {
  const { viewer, language } = c.var;
  if (c.req.method !== 'POST') {
    const said = ACTIONS.find((name) => name === c.req.query('said'));
    const text = said && handoverWords[language].notices.done(handoverWords[language].actions[said].title);
    return deskList(desk, c, 'mine', text === undefined ? undefined : { text, isRefusal: false });
  }
  const { system, timeZone } = desk;
  const form = new URLSearchParams(await c.req.text());
  const lead = form.get('lead') ?? '';
  const { nothing } = handoverWords[language].notices;
  if (!isLeadId(lead)) return deskList(desk, c, 'mine', { text: nothing, isRefusal: true });
  const outcome = await actFromForm(form, { by: nameOfViewer(viewer), timeZone }, (request, key) =>
    actAsViewer(system, viewer, lead, request, key),
  );
  if (outcome.outcome === 'recorded') return c.redirect(`${pages.mine}?said=${outcome.action}`, 303);
  if (outcome.outcome !== 'refused') return deskList(desk, c, 'mine', { text: nothing, isRefusal: true });
  const { team } = (await system.playbook()).sales;
  const reader = { settings: { language, timeZone }, now: system.now(), team };
  const text = refusalNotice(outcome.why, outcome.entered.action, reader);
  return deskList(desk, c, 'mine', { text, isRefusal: true });
}
