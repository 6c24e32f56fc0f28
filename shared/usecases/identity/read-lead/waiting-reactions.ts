import type { LeadAnswer } from '../../../contract/api.ts';
import type { LeadId } from '../../../domain/identity/ids.ts';
import { type ClassifiedReaction, classifyReactions } from '../../../domain/nurture/mail-scanners.ts';
import { clickEventId, openEventId } from '../../../domain/nurture/reaction.ts';
import { isSpecial } from '../../../domain/scoring/rule-facts.ts';
import { windowStart } from '../../../domain/scoring/score.ts';
import type { Scoring } from '../../../domain/scoring/scoring.ts';
import { dayOf, type Instant } from '../../../domain/time.ts';
import type { MailWithReactions } from '../../../store/nurture/mails.ts';
import { mailsOf } from '../../../store/nurture/mails.ts';
import { getMailWithReactions } from '../../../store/nurture/reactions.ts';
import type { Table } from '../../../store/table.ts';

type Entry = LeadAnswer['score']['ledger'][number];

/** The reactions to a lead's mails that earn nothing yet, each with the reason; oldest first. */
export async function waitingReactions(
  table: Table,
  lead: LeadId,
  scoring: Scoring,
  now: Instant,
): Promise<Entry[]> {
  const ids = await mailsOf(table, lead);
  const mails = await Promise.all(ids.map((id) => getMailWithReactions(table, id)));
  const start = windowStart(now, scoring);
  return mails
    .flatMap((mail) => (mail ? waitingFor(mail, scoring, now) : []))
    .filter(({ at }) => dayOf(at) >= start)
    .sort((a, b) => (a.at + a.eventId < b.at + b.eventId ? -1 : 1));
}

function waitingFor({ mail, reactions }: MailWithReactions, scoring: Scoring, now: Instant): Entry[] {
  return classifyReactions(mail, reactions, now).flatMap((verdict) => {
    const { of, at } = verdict;
    const isCounted = of === 'open' ? mail.openedAt !== undefined : mail.clicks[of] !== undefined;
    const rule = scoring.rules.find(
      (one) => one.on === (of === 'open' ? 'open' : 'click') && !isSpecial(one),
    );
    if (isCounted || rule === undefined) return [];
    const eventId = of === 'open' ? openEventId(mail.id) : clickEventId(mail.id, of);
    return [{ eventId, rule: rule.name, points: 0, at, waiting: whyOf(verdict) }];
  });
}

/** A reaction that will count waits for the timer that records it. */
function whyOf(verdict: ClassifiedReaction): Entry['waiting'] {
  return verdict.counts ? 'settling' : verdict.why;
}
