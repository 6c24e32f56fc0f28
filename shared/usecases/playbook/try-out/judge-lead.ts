import { leadAnew } from '../../../domain/handover/lead-anew.ts';
import type { Lead } from '../../../domain/identity/lead.ts';
import type { Profile } from '../../../domain/identity/profile.ts';
import { mailsAhead, type TimeAhead } from '../../../domain/nurture/mails-ahead.ts';
import { changesOf, type LeadChange } from '../../../domain/playbook/try-out/lead-changes.ts';
import { type Needs, needsRecount, type TriedRules } from '../../../domain/playbook/try-out/needs.ts';
import { windowStart } from '../../../domain/scoring/score.ts';
import type { Instant } from '../../../domain/time.ts';
import type { AnyEvent } from '../../../domain/tracking/event.ts';
import { enrolmentsOf } from '../../../store/nurture/enrolments.ts';
import { getMailing } from '../../../store/nurture/mailing.ts';
import type { Table } from '../../../store/table.ts';
import { boundedHistory } from '../../../store/tracking/bounded-history.ts';

/** What is compared, from when on, and what has to be read for it. */
export interface Trial {
  live: TriedRules;
  draft: TriedRules;
  now: Instant;
  needs: Needs;
  ahead: TimeAhead;
}

export interface Judged {
  changes: LeadChange[];
  /** It did too much to be read: it was judged by the points it has. */
  isUnread: boolean;
}

/** Of a lead itself, and of each of its browsers; who did more did not do it by hand. */
const MOST_EVENTS = 500;

/** What publishing would change for a lead. Writes nothing. */
export async function judgeLead(
  table: Table,
  { lead, profile }: { lead: Lead; profile: Profile | undefined },
  trial: Trial,
): Promise<Judged> {
  const { live, draft, now, needs, ahead } = trial;
  const isOutdated = lead.playbook < live.version;
  const isRecounted = needs.history || isOutdated || needsRecount(lead, live, draft);
  const events = isRecounted || needs.pages ? await historyOf(table, lead, trial) : undefined;
  const history = isRecounted ? events : undefined;
  const context = { now, newToken: () => '' };
  const before = leadAnew({ lead, profile, history: isOutdated ? history : undefined }, live, context);
  const after = leadAnew({ lead, profile, history }, draft, context);
  const known = { profile, history: events, started: lead.started };
  const [mailsBefore, mailsAfter] =
    needs.mails || isMailedOtherwise(before, after)
      ? await bothMails(table, lead, (rest) => [
          mailsAhead({ ...known, ...rest, lead: before }, live, ahead),
          mailsAhead({ ...known, ...rest, lead: after }, draft, ahead),
        ])
      : [[], []];
  const changes = changesOf(
    { lead: before, mails: mailsBefore, scoring: live.scoring },
    { lead: after, mails: mailsAfter, scoring: draft.scoring },
  );
  return { changes, isUnread: (isRecounted || needs.pages) && events === undefined };
}

type Mails = ReturnType<typeof mailsAhead>;
type Rest = Pick<Parameters<typeof mailsAhead>[0], 'mailing' | 'enrolments'>;

async function bothMails(table: Table, { id }: Lead, of: (rest: Rest) => [Mails, Mails]) {
  const [mailing, enrolments] = await Promise.all([
    getMailing(table, id, { isConsistent: false }),
    enrolmentsOf(table, id),
  ]);
  return of({ mailing, enrolments });
}

/** What rescoring reads: all that the lead sent in as far as it matters, and what its browsers did while points count. */
async function historyOf(
  table: Table,
  { id, erasedAt = '', returned }: Lead,
  { live, draft, now }: Trial,
): Promise<AnyEvent[] | undefined> {
  const starts = [live, draft].map(({ scoring }) => windowStart(now, scoring)).sort();
  const visits = starts[0] ?? '';
  // What a return was counted with is older.
  const own = returned === undefined ? visits : '';
  const events = await boundedHistory(table, id, { own, visits }, MOST_EVENTS);
  return events?.filter((event) => isVisit(event) || event.receivedAt > erasedAt);
}

/** Earlier visits of a lead that came back count. */
function isVisit({ type }: AnyEvent): boolean {
  return type === 'page' || type === 'stay' || type === 'track';
}

/** Whether the two differ in what decides which mails a lead gets. */
function isMailedOtherwise(one: Lead, other: Lead): boolean {
  const deciding = ({ stage, fit, readiness, score, band, mail, subjects, started, handover }: Lead) => {
    const { token: _, ...rest } = handover ?? {};
    return JSON.stringify({ stage, fit, readiness, score, band, mail, subjects, started, rest });
  };
  return deciding(one) !== deciding(other);
}
