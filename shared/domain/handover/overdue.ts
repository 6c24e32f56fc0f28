import type { Instant } from '../time.ts';
import type { Agreement } from './agreement.ts';
import type { Handover, OverdueLevel } from './handover.ts';
import { inOfficeHours, plusWorkingHours } from './working-hours.ts';

/** When sales must have answered a hand-over by the agreement, in office hours. */
export function answerDeadline({ openedAt }: Pick<Handover, 'openedAt'>, agreement: Agreement): Instant {
  return inOfficeHours(plusWorkingHours(openedAt, agreement.acceptWithinHours, agreement), agreement);
}

/** The reminder that should have been sent by now; undefined while there is time, or once there is an answer. */
export function overdueLevel(
  handover: Handover,
  agreement: Agreement,
  now: Instant,
): OverdueLevel | undefined {
  if (handover.status !== 'open') return undefined;
  if (now >= escalatesAt(handover, agreement)) return 'manager';
  return now >= answerDeadline(handover, agreement) ? 'reminder' : undefined;
}

/** When the next reminder is due; undefined when there is none. */
export function nextReminderAt(handover: Handover | undefined, agreement: Agreement): Instant | undefined {
  if (handover?.status !== 'open') return undefined;
  switch (handover.told) {
    case undefined:
      return answerDeadline(handover, agreement);
    case 'reminder':
      return escalatesAt(handover, agreement);
    case 'manager':
      return undefined;
  }
}

/**
 * When an unanswered hand-over escalates to the manager, in office hours. What sales got more because its office was
 * closed, the manager waits too: it is never told at the moment of the reminder.
 */
export function escalatesAt(handover: Pick<Handover, 'openedAt'>, agreement: Agreement): Instant {
  const { acceptWithinHours, managerAfterHours } = agreement;
  const longer = Math.max(0, managerAfterHours - acceptWithinHours);
  return inOfficeHours(plusWorkingHours(answerDeadline(handover, agreement), longer, agreement), agreement);
}
