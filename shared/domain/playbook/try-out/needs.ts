import type { AnewRules } from '../../handover/lead-anew.ts';
import type { Lead } from '../../identity/lead.ts';
import { dependsOnPages } from '../../nurture/audience/audience.ts';
import { dependOnHistory } from '../../nurture/conditions.ts';
import type { MailingRules } from '../../nurture/mailing-rules.ts';
import type { AheadRules } from '../../nurture/mails-ahead.ts';
import { audienceOf } from '../../nurture/newsletter-issue.ts';
import type { Scoring } from '../../scoring/scoring.ts';

/** The parts of a playbook that change what becomes of leads. */
export type TriedRules = AnewRules & AheadRules & { mailing: MailingRules };

/** What has to be read of each lead to say what a change of the playbook does. */
export interface Needs {
  /** Nothing that it changes concerns leads or mails. */
  nothing: boolean;
  /** What they did: the points of events change. */
  history: boolean;
  /** The mails that are planned for everybody; else only for those who change themselves. */
  mails: boolean;
  /** What they did, also to know which mails go out. */
  pages: boolean;
}

/** What must be known to tell what leads are under one playbook and under another. */
export function needsOf(live: TriedRules, draft: TriedRules): Needs {
  const differs = (...parts: (keyof TriedRules)[]) => parts.some((part) => !isSame(live[part], draft[part]));
  const mails = differs('sequences', 'mailing', 'newsletter', 'events', 'agreement', 'scoring');
  const nothing = !mails && !differs('fit');
  const history = !isSame(earning(live.scoring), earning(draft.scoring));
  return { nothing, history, mails, pages: !nothing && (asksForPages(live) || asksForPages(draft)) };
}

/**
 * Whether the points of one lead must be counted anew though what events earn is the same: it needs more new points since
 * a return than the day of the return was counted for.
 */
export function needsRecount({ returned }: Lead, live: TriedRules, draft: TriedRules): boolean {
  return returned !== undefined && !isSame(live.agreement.returns, draft.agreement.returns);
}

/** What of the points decides how much events earn: not where bands begin, and not what the fit takes off. */
function earning({ bands: _, rules, ...scoring }: Scoring): object {
  return {
    ...scoring,
    rules: rules.filter(({ on }) => on !== 'fit').map(({ name: _name, ...rule }) => rule),
  };
}

function asksForPages({ sequences, newsletter }: AheadRules): boolean {
  const steps = Object.values(sequences).flatMap((sequence) => sequence.steps);
  return (
    steps.some(({ when }) => dependOnHistory(when)) ||
    newsletter.some((issue) => dependsOnPages(audienceOf(issue)))
  );
}

/** Whether two settings say the same, in whatever order. */
function isSame(one: unknown, other: unknown): boolean {
  return ordered(one) === ordered(other);
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_, one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
