import { BRAKE_DAYS, isMarketingBraked, isRequestBraked } from '../../domain/nurture/pace/brakes.ts';
import type { HeldMail, WaitingWhy } from '../../domain/nurture/pace/held-mail.ts';
import { requestLimits } from '../../domain/nurture/pace/request-limits.ts';
import { DAY_MS, dayOf, plus, plusDays } from '../../domain/time.ts';
import { dueItems, dueShard } from '../../store/due.ts';
import { sendingCountsSince } from '../../store/nurture/sending-state.ts';
import type { ReadSystem } from '../lead-system.ts';

const MOST_COUNTED = 20;

/** Which mail waits now, and why. About one read unit. */
export async function readHeldMail({ table, now, playbook }: ReadSystem): Promise<HeldMail> {
  const [counts, { mailing }, due] = await Promise.all([
    sendingCountsSince(table, plusDays(dayOf(now()), -BRAKE_DAYS)),
    playbook(),
    dueItems(table, dueShard('enrol', 0), plus(now(), DAY_MS), { limit: MOST_COUNTED }),
  ]);
  const { sends, bounces, complaints, requests, unreachable } = counts;
  const tried = due.filter(({ failure }) => failure !== '' && failure !== 'begun');
  const why = whyOf(tried[0]?.failure ?? '');
  return {
    ...(isMarketingBraked(counts, mailing.brake) && { marketing: { sends, bounces, complaints } }),
    ...(isRequestBraked(counts, requestLimits(mailing).brake) && { requests: { requests, unreachable } }),
    ...(tried.length > 0 && {
      waiting: { count: tried.length, isMore: due.length === MOST_COUNTED, why },
    }),
  };
}

function whyOf(failure: string): WaitingWhy {
  switch (failure) {
    case 'quota':
    case 'brake':
    case 'share':
    case 'account':
      return failure;
    default:
      return 'other';
  }
}
