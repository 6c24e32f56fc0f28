import type { Context } from 'hono';
import { eventsQuery } from '../../../shared/contract/api-requests.ts';
import { may } from '../../../shared/domain/console/viewer.ts';
import { ACTIONS } from '../../../shared/domain/handover/actions/action.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { isDay } from '../../../shared/domain/time.ts';
import { TIMELINE_KINDS, type TimelineKind } from '../../../shared/domain/tracking/timeline-kinds.ts';
import { randomId } from '../../../shared/gateways/random-id.ts';
import { nameOfViewer } from '../../../shared/usecases/handover/act-as-viewer.ts';
import type { TimelinePart } from '../../../shared/usecases/identity/lead-page/explained-timeline.ts';
import {
  type LeadPage as LeadFound,
  readLeadPage,
  readLeadTimeline,
  type Unseen,
} from '../../../shared/usecases/identity/lead-page/read-lead-page.ts';
import { placeInTimeline, timelineCursor } from '../../../shared/usecases/tracking/timeline-cursor.ts';
import { courseWords } from '../../../shared/web/console/lead/courses/words.ts';
import { type LeadView, leadView, type Reader } from '../../../shared/web/console/lead/lead-view.ts';
import { LeadPage, type Notice } from '../../../shared/web/console/lead/page.tsx';
import { TimelinePage } from '../../../shared/web/console/lead/timeline-page.tsx';
import { leadWords } from '../../../shared/web/console/lead/words.ts';
import { pages } from '../../../shared/web/console/pages.ts';
import { Message } from '../../../shared/web/console/parts/message.tsx';
import {
  type ActionFormsView,
  actionFormsView,
  type Entered,
} from '../../../shared/web/handover/action-forms-view.ts';
import { recordedNotice } from '../../../shared/web/handover/notices.ts';
import type { ConsoleEnv } from '../console-env.ts';
import { logRefusal } from '../log-refusal.ts';
import type { LeadRoute } from './lead-route.ts';

type Context_ = Context<ConsoleEnv>;

/** `GET /console/leads/{id}`: the page, or with `cursor` or `day` that part of the timeline. */
export async function showLead(route: LeadRoute, c: Context_, id: LeadId | undefined) {
  if (id === undefined) return showUnseen(route, c, 'unknown');
  const { kind, cursor, day } = asked(c);
  const { done, said } = c.req.query();
  if (day === undefined && cursor === undefined) {
    const notice = noticeOf(c, done);
    return showWhole(route, c, id, {
      isFresh: (done ?? said) !== undefined,
      kind,
      ...(notice && { notice }),
    });
  }
  const part: TimelinePart =
    day === undefined
      ? { ...(kind && { kind }), ...(cursor !== undefined && { after: placeInTimeline(cursor) }) }
      : { day };
  const found = await readLeadTimeline(route.system, c.var.viewer, id, part);
  if (typeof found === 'string') return showUnseen(route, c, found);
  const { timeline, mails, ...facts } = found;
  const view = leadView(facts, await readerOf(route, c));
  const content = (
    <TimelinePage
      {...{ view, mails, kind, events: timeline.events, cursor: cursorOf(timeline) }}
      {...(day && { day })}
      isCut={timeline.isCut === true}
    />
  );
  return route.show(c, { current: 'leads', title: view.who, content });
}

/** The whole page, with what became of a form if there was one. */
export async function showWhole(
  route: LeadRoute,
  c: Context_,
  id: LeadId,
  more: {
    isFresh: boolean;
    kind?: TimelineKind | undefined;
    notice?: Notice;
    entered?: Entered;
    status?: 409 | 422;
  },
) {
  const { kind, isFresh, notice, entered, status } = more;
  const found = await readLeadPage(route.system, c.var.viewer, id, { isFresh, ...(kind && { kind }) });
  if (typeof found === 'string') return showUnseen(route, c, found);
  const { timeline, mails, messages, enrolments, actions, mailing, call, ...facts } = found;
  const view = leadView(facts, await readerOf(route, c));
  const said = recordedIn(route, c, found);
  const forms = { ...formsOf(view), ...(entered && { entered }) };
  const content = (
    <LeadPage
      {...{ view, mails, messages, enrolments, mailing, call, kind, actions, forms }}
      notice={notice ?? said}
      events={timeline.events}
      cursor={cursorOf(timeline)}
    />
  );
  return route.show(c, { current: 'leads', title: view.who, content, ...(status && { status }) });
}

/** Says why a lead cannot be shown, and logs who is not to see it: nothing tells one that never was from one that was erased. */
export async function showUnseen(route: LeadRoute, c: Context_, why: Unseen) {
  const { viewer, language } = c.var;
  const words = leadWords[language];
  if (why === 'hidden') await logRefusal(route.system, viewer, c);
  const [title, text] =
    why === 'hidden' ? [words.hidden, words.hiddenMore] : [words.unknown, words.unknownMore];
  const content = (
    <Message title={title} text={text}>
      <a class="button" href={pages.leads}>
        {words.toLeads}
      </a>
    </Message>
  );
  return route.show(c, { current: 'leads', title, content, status: 404 });
}

export async function readerOf({ timeZone }: LeadRoute, c: Context_): Promise<Reader> {
  const { viewer, language } = c.var;
  const { shownSubject } = await import('../../../shared/usecases/nurture/shown-subject.ts');
  return { viewer, language, timeZone, shownSubject };
}

function asked(c: Context_) {
  const { kind, cursor, day } = c.req.query();
  const { success } = eventsQuery.safeParse({ cursor });
  return {
    kind: TIMELINE_KINDS.find((one) => one === kind),
    cursor: success ? cursor : undefined,
    day: day !== undefined && isDay(day) ? day : undefined,
  };
}

function noticeOf(c: Context_, done: string | undefined): Notice | undefined {
  const texts: Record<string, string> = courseWords[c.var.language].done;
  const text = done !== undefined && Object.hasOwn(texts, done) ? texts[done] : undefined;
  return text === undefined ? undefined : { text, isRefusal: false };
}

function cursorOf({ next }: { next?: Parameters<typeof timelineCursor>[0] }): string | undefined {
  return next && timelineCursor(next);
}

/** What the reader can do now: everybody may note, the rest is for sales and admins. */
function formsOf({ viewer, lead, playbook, language, address }: LeadView): ActionFormsView {
  const person = { key: nameOfViewer(viewer), name: viewer.name };
  const only = may(viewer, 'answer-for-sales') ? undefined : (['note'] as const);
  return actionFormsView(
    { lead, playbook },
    { language, person, address, key: randomId(), ...(only && { only }) },
  );
}

/** What was recorded, which the address says after a form was sent. */
function recordedIn({ timeZone }: LeadRoute, c: Context_, found: LeadFound): Notice | undefined {
  const { said, again } = c.req.query();
  const action = ACTIONS.find((name) => name === said);
  if (action === undefined) return undefined;
  const { language } = c.var;
  const { team } = found.playbook.sales;
  const reader = { settings: { language, timeZone }, now: found.now, team };
  const text = recordedNotice(found.actions, action, again !== undefined, reader);
  return text === undefined ? undefined : { text, isRefusal: false };
}
