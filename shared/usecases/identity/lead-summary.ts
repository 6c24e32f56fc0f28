import type { LeadSummary } from '../../contract/api.ts';
import { fitOf, withSalesVerdict } from '../../domain/fit/fit.ts';
import type { SalesAction } from '../../domain/handover/actions/action.ts';
import { handoversOf } from '../../domain/handover/handovers.ts';
import type { Lead } from '../../domain/identity/lead.ts';
import { consentFor, EVERY_SUBJECT } from '../../domain/identity/mail-consent.ts';
import { contradictionsOf, valuesOf } from '../../domain/identity/profile.ts';
import {
  type EnrolmentSummary,
  summariseEnrolment,
} from '../../domain/nurture/enrolment/enrolment-summary.ts';
import type { Mailing } from '../../domain/nurture/mailing.ts';
import { isIssueSequence } from '../../domain/nurture/newsletter-issue.ts';
import { totalPoints } from '../../domain/scoring/running-score.ts';
import { bandOf } from '../../domain/scoring/score.ts';
import type { Instant } from '../../domain/time.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { actionsOf } from '../../store/handover/actions.ts';
import type { LeadWithProfile } from '../../store/identity/leads-with-profiles.ts';
import { enrolmentsOf } from '../../store/nurture/enrolments.ts';
import type { Table } from '../../store/table.ts';

/** A lead, and if it was read whether it may be mailed: then what the person unticked is shown too. */
type Card = LeadWithProfile & { mailing?: Mailing };

/** A lead as lists and answers show it, at a moment. */
export async function leadSummary(
  table: Table,
  card: Card,
  playbook: Playbook,
  now: Instant,
): Promise<LeadSummary> {
  const { lead, profile } = card;
  const values = valuesOf(profile);
  const total = totalPoints(lead.points, playbook.scoring, now);
  return {
    id: lead.id,
    email: profile.email,
    profile: values,
    claims: contradictionsOf(profile),
    consent: {
      mail: lead.mail,
      tracking: lead.tracking,
      subjects: subjectsOf(card),
      proofs: profile.permissions.map(({ at, form, wording, page, subjects = null, confirmedAt = null }) => ({
        ...{ at, form, wording, page, subjects, confirmedAt },
      })),
    },
    stage: lead.stage,
    fit: withSalesVerdict(fitOf(profile.email, values, playbook.fit), lead.judged),
    readiness: lead.readiness,
    score: { total, band: bandOf(total, playbook.scoring) },
    handovers: handoversOf(lead, await pastActions(table, lead)),
    enrolments: await standingsOf(table, card, playbook),
    playbook: lead.playbook,
  };
}

/** Where a lead stands in its sequences. Issues of the newsletter are left out: they are mails, no sequences. */
async function standingsOf(table: Table, card: Card, playbook: Playbook): Promise<EnrolmentSummary[]> {
  if (card.lead.started === undefined) return [];
  const enrolments = await enrolmentsOf(table, card.lead.id);
  const sequences = enrolments.filter(({ sequence }) => !isIssueSequence(sequence));
  return sequences.map((enrolment) => summariseEnrolment(enrolment, card, playbook));
}

/** Sales' actions; only a lead with more than one hand-over needs them. */
async function pastActions(table: Table, { id, handover }: Lead): Promise<SalesAction[]> {
  return (handover?.number ?? 0) > 1 ? actionsOf(table, id) : [];
}

function subjectsOf({ lead, mailing }: Card): LeadSummary['consent']['subjects'] {
  const { mail } = lead;
  if (mail !== 'granted' && mail !== 'pending') return {};
  const { subjects = { [EVERY_SUBJECT]: mail } } = lead;
  const unticked = Object.entries(mailing?.subjects ?? {}).flatMap(([subject, isTicked]) =>
    isTicked || consentFor(lead, subject) === 'none' ? [] : [[subject, 'withdrawn'] as const],
  );
  return { ...subjects, ...Object.fromEntries(unticked) };
}
