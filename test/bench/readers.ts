import type { LeadId } from '../../shared/domain/identity/ids.ts';
import type { ActiveEnrolment, Enrolment } from '../../shared/domain/nurture/enrolment/enrolment.ts';
import {
  claimMail,
  confirmClaim,
  startEnrolment,
} from '../../shared/domain/nurture/enrolment/enrolment-changes.ts';
import { nextStep, type Plan, type PlannedStep, planOf } from '../../shared/domain/nurture/plan.ts';
import type { Sequence } from '../../shared/domain/nurture/sequence.ts';
import { type Instant, plus } from '../../shared/domain/time.ts';
import type { PlaybookContent } from '../../shared/playbook/playbook.ts';
import { putLead } from '../../shared/store/identity/leads.ts';
import { putProfile } from '../../shared/store/identity/profiles.ts';
import { putEnrolment } from '../../shared/store/nurture/enrolments.ts';
import { putMailing } from '../../shared/store/nurture/mailing.ts';
import type { Table } from '../../shared/store/table.ts';
import { lead } from '../domain/builders.ts';

/** Weeks of the sequence, with a mail each. */
const WEEKS = 21;
const SEQUENCE = 'every-week';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The shipped playbook with its tips repeated, without sending hours or a cap. */
export function withLongSequence(content: PlaybookContent): PlaybookContent {
  const tips = content.sequences['whitepaper-tips']?.steps.filter(({ kind }) => kind === 'marketing') ?? [];
  const steps = Array.from({ length: WEEKS }, (_, n) => ({
    id: `the-tip-of-week-${n + 1}`,
    mail: tips[n % tips.length]?.mail ?? '',
    after: `${(n + 1) * 7}d`,
    kind: 'marketing' as const,
  }));
  const title = { nl: 'Elke week', en: 'Every week' };
  const sequence: Sequence = {
    ...{ title, subject: 'tips', start: { form: 'whitepaper' }, again: 'never', paused: false, steps },
  };
  return {
    ...content,
    sequences: { ...content.sequences, [SEQUENCE]: sequence },
    mailing: {
      ...content.mailing,
      hours: { from: '00:00', to: '23:59', days: [...days] },
      cap: { mails: 1_000, days: 1 },
    },
  };
}

/** The enrolment at this step, and the mails sent until then. */
export interface Progress {
  enrolment: Omit<Enrolment, 'lead'>;
  recent: Instant[];
}

/** The progress of a person who got `step` mails on time, and whose next mail is due in some days. */
export function progress(mails: number, inDays: number, now: Instant, content: PlaybookContent): Progress {
  const plan = planOf(SEQUENCE, undefined, content) as Plan;
  // Two hours extra, for daylight saving.
  const startedAt = plus(now, (inDays - (mails + 1) * 7) * DAY_MS - 2 * HOUR_MS);
  let enrolment: Enrolment = startEnrolment({ lead: readerId(0), sequence: SEQUENCE, startedAt }, plan);
  const recent: Instant[] = [];
  for (let n = 0; n < mails; n++) {
    const active = enrolment as ActiveEnrolment;
    const next = nextStep(active, plan) as PlannedStep;
    recent.push(next.planned);
    const claim = { mail: `${n}`.padStart(22, '0'), at: next.planned };
    enrolment = confirmClaim(claimMail(active, { do: 'send', ...next, shiftDays: 0 }, claim, plan), plan);
  }
  return { enrolment, recent };
}

/** A lead that agreed to mail and tracking, at this step. */
export async function putReader(
  table: Table,
  number: number,
  { enrolment, recent }: Progress,
  playbook: number,
): Promise<LeadId> {
  const id = readerId(number);
  const { startedAt } = enrolment;
  await putLead(table, {
    ...lead({ stage: 'lead', mail: 'granted', tracking: 'granted', playbook }),
    id,
  });
  await putProfile(table, {
    ...{ id, version: 1, email: `reader-${number}@company.test`, permissions: [], createdAt: startedAt },
    ...{ values: {}, locale: 'en' },
  });
  await putEnrolment(table, { ...enrolment, lead: id, version: 1 } as Enrolment);
  if (recent.length > 0)
    await putMailing(table, { lead: id, version: 1, recent, subjects: {}, softBounces: 0 });
  return id;
}

/** The lead id of a number. The first letter, and so the shard, follows from the number modulo four. */
export function readerId(number: number): LeadId {
  return `${'DABC'[number % 4]}${String(number).padStart(21, '0')}` as LeadId;
}
