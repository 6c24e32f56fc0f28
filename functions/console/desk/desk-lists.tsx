import type { Context } from 'hono';
import { may } from '../../../shared/domain/console/viewer.ts';
import type { DeskList } from '../../../shared/domain/console/waiting-lead.ts';
import type { ActionName } from '../../../shared/domain/handover/actions/action.ts';
import { CURSOR_PATTERN } from '../../../shared/domain/identity/directory/find.ts';
import { partsFor } from '../../../shared/domain/identity/directory/part.ts';
import { isLeadId } from '../../../shared/domain/identity/ids.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { randomId } from '../../../shared/gateways/random-id.ts';
import { actAsViewer, nameOfViewer } from '../../../shared/usecases/handover/act-as-viewer.ts';
import { actFromForm } from '../../../shared/usecases/handover/act-from-form.ts';
import { beAway, beBack, readAway } from '../../../shared/usecases/handover/be-away.ts';
import { exportHandovers, HANDOVERS_IN_FILE } from '../../../shared/usecases/handover/export-handovers.ts';
import { passOn } from '../../../shared/usecases/handover/pass-on.ts';
import { type DeskSystem, readDesk } from '../../../shared/usecases/handover/read-desk.ts';
import type { LeadSystem } from '../../../shared/usecases/lead-system.ts';
import { AwayPart, type AwayProps } from '../../../shared/web/console/desk/away-part.tsx';
import { DeskPage } from '../../../shared/web/console/desk/desk-page.tsx';
import { handoversCsv } from '../../../shared/web/console/desk/handovers-csv.ts';
import type { DeskPageProps } from '../../../shared/web/console/desk/props.ts';
import { deskWords } from '../../../shared/web/console/desk/words.ts';
import { pages } from '../../../shared/web/console/pages.ts';
import { Message } from '../../../shared/web/console/parts/message.tsx';
import { refusalNotice } from '../../../shared/web/handover/notices.ts';
import { handoverWords } from '../../../shared/web/handover/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import { csvFile, partIn } from '../csv-file.ts';
import type { Page } from '../show-page.ts';

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
  typed: Pick<AwayProps, 'typed' | 'problem'> = {},
): Promise<Page> {
  const { viewer, language } = c.var;
  const cursor = c.req.query('cursor') ?? '';
  const after = CURSOR_PATTERN.test(cursor) ? cursor : undefined;
  const desk = await readDesk(system, viewer, { list, after });
  const parts = partsFor(desk.total, HANDOVERS_IN_FILE);
  const props = { language, timeZone, list, parts, newKey: randomId, ...desk, ...(notice && { notice }) };
  const own = list === 'mine' ? await absencesAnd(system, c, desk.leads.length > 0, typed) : undefined;
  return {
    title: deskWords[language].lists[list].title,
    content: (
      <>
        <DeskPage {...props} />
        {own && <AwayPart {...own} />}
      </>
    ),
    status: notice?.isRefusal ? 409 : 200,
  };
}

/** `/console/handovers.csv`: the same as a file. */
export async function handoversFile(
  { system }: Desk,
  c: Context<ConsoleEnv>,
  list: 'open' | 'overdue',
): Promise<Response> {
  const { viewer, language } = c.var;
  const { part, name } = partIn(c, `handovers-${list}`);
  const file = { name, day: dayOf(system.now()) };
  return csvFile(c, file, handoversCsv(language, await exportHandovers(system, viewer, list, part)));
}

async function absencesAnd(
  system: Desk['system'],
  c: Context<ConsoleEnv>,
  hasLeads: boolean,
  typed: Pick<AwayProps, 'typed' | 'problem'>,
): Promise<AwayProps> {
  const { viewer, language } = c.var;
  const [away, { sales }] = await Promise.all([readAway(system, viewer), system.playbook()]);
  const others = Object.entries(sales.team).filter(([key]) => key !== viewer.member);
  const colleagues = others.map(([key, { name }]) => ({ key, name }));
  return { language, away, hasLeads, colleagues, key: randomId(), ...typed };
}

/** The absences of whoever is signed in, and passing on their leads; undefined for any other form. */
async function changeTurn(
  desk: Desk,
  c: Context<ConsoleEnv>,
  form: URLSearchParams,
): Promise<Page | Response | undefined> {
  const { system } = desk;
  const { viewer, language } = c.var;
  const words = deskWords[language];
  const typed = Object.fromEntries(form);
  const { from = '', to = '', why = '', _key = '' } = typed;
  const refused = (text: string, problem?: string) =>
    deskList(desk, c, 'mine', { text, isRefusal: true }, { typed, ...(problem && { problem }) });
  switch (form.get('action')) {
    case 'away': {
      const result = await beAway(system, viewer, { from, to });
      if (result === 'done') return c.redirect(`${pages.mine}?away=done`, 303);
      const text = words.away[result];
      return refused(text, result === 'not-in-team' ? undefined : text);
    }
    case 'back':
      await beBack(system, viewer, { from, to });
      return c.redirect(`${pages.mine}?away=isBack`, 303);
    case 'pass-on': {
      const passed = await passOn(system, viewer, { to, why, key: _key });
      if (passed.result === 'nobody') return refused(words.pass.nobody);
      return c.redirect(`${pages.mine}?passed=${passed.passed}&left=${passed.left}`, 303);
    }
    default:
      return undefined;
  }
}

/** What the address says was just done. */
function doneIn(c: Context<ConsoleEnv>): string | undefined {
  const { language } = c.var;
  const words = deskWords[language];
  const { away, passed = '', left = '', said } = c.req.query();
  if (away === 'done' || away === 'isBack') return words.away[away];
  if (/^\d{1,4}$/.test(passed) && /^\d{1,4}$/.test(left)) return words.pass.done(passed, left);
  return said === ('call' satisfies ActionName) ? words.logged : undefined;
}

/** `/console/mine` for who has no leads of their own, with the way to those of all: a link of a colleague leads here. */
function notYours(language: Language): Page {
  const { notYours, notYoursMore, allHandovers } = deskWords[language];
  const content = (
    <Message title={notYours} text={notYoursMore}>
      <a class="button" href={pages.handovers}>
        {allHandovers}
      </a>
    </Message>
  );
  return { title: notYours, content, status: 403 };
}

/** `/console/mine`: the leads of whoever is signed in, and one press to log a call. */
export async function myLeads(desk: Desk, c: Context<ConsoleEnv>): Promise<Page | Response> {
  const { viewer, language } = c.var;
  if (c.req.method !== 'POST') {
    if (!may(viewer, 'answer-for-sales')) return notYours(language);
    const text = doneIn(c);
    return deskList(desk, c, 'mine', text === undefined ? undefined : { text, isRefusal: false });
  }
  const { system, timeZone } = desk;
  const form = new URLSearchParams(await c.req.text());
  const turn = await changeTurn(desk, c, form);
  if (turn !== undefined) return turn;
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
