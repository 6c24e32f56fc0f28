import type { Instant } from '../time.ts';
import type { Agreement } from './agreement.ts';
import type { Handover, OverdueLevel } from './handover.ts';
import { plusWorkingHours } from './working-hours.ts';

/** Until when sales may take to answer a hand-over, as it agreed with marketing. */
export function answerDeadline({ openedAt }: Pick<Handover, 'openedAt'>, agreement: Agreement): Instant {
  return plusWorkingHours(openedAt, agreement.acceptWithinHours, agreement);
}

/** Who has to be told by now that nobody answered; undefined when there is time, or an answer. */
export function overdueLevel(
  handover: Handover,
  agreement: Agreement,
  now: Instant,
): OverdueLevel | undefined {
  if (handover.status !== 'open') return undefined;
  if (now >= escalatesAt(handover, agreement)) return 'manager';
  return now >= answerDeadline(handover, agreement) ? 'reminder' : undefined;
}

/** When somebody is told next that nobody answered; undefined when nobody is. */
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

/** When the manager is told of a hand-over that nobody answers. */
export function escalatesAt({ openedAt }: Pick<Handover, 'openedAt'>, agreement: Agreement): Instant {
  return plusWorkingHours(openedAt, agreement.managerAfterHours, agreement);
}
