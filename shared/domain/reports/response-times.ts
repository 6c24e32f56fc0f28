import { RETURN_REASONS } from '../handover/handover.ts';
import { distributionOf, type StepTime, stepTimeOf } from './steps.ts';
import { sumTotals, type Totals, type TotalsByName, withoutDebts } from './totals.ts';

/** How fast hand-overs were answered. */
export interface Answers {
  time: StepTime;
  accepted: number;
  returned: number;
  /** Within the agreed time, and not. */
  kept: number;
  late: number;
}

export interface ResponseTimes extends Answers {
  /** Answers by how long they took in minutes, quickest first; null has no bound. */
  distribution: { below: number | null; count: number }[];
  /** By key in the sales team of the playbook; null for hand-overs that went to nobody in particular. */
  members: (Answers & { member: string | null })[];
}

/** How fast sales answers, from totals by member of the team. */
export function responseTimesOf(totals: TotalsByName): ResponseTimes {
  const all = sumTotals(totals);
  const members = Object.entries(totals).map(([of, own]) => ({
    member: of === '' ? null : of,
    ...answersOf(own),
  }));
  return {
    ...answersOf(all),
    distribution: distributionOf(all, 'handover>answer'),
    members: members.sort((a, b) => b.time.count - a.time.count || (nameOf(a) < nameOf(b) ? -1 : 1)),
  };
}

const nameOf = ({ member }: { member: string | null }) => member ?? '';

function answersOf(totals: Totals): Answers {
  const { accepted = 0, kept = 0, late = 0 } = withoutDebts(totals);
  const returned = RETURN_REASONS.reduce((sum, reason) => sum + (totals[`returned.${reason}`] ?? 0), 0);
  const time = stepTimeOf(totals, 'handover>answer');
  return { time, accepted, returned: Math.max(0, returned), kept, late };
}
