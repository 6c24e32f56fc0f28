import type { Lead } from '../../identity/lead.ts';
import { type Instant, TWO_YEARS_MS } from '../../time.ts';
import { ownerOf } from '../owner.ts';
import { memberOf } from '../routing/member.ts';
import type { SalesRules } from '../routing/sales-rules.ts';
import type { ActionRequest } from './action.ts';

/**
 * What is wrong with a field of a request. `nobody`: no such member of the team. `self`: one cannot give a lead to oneself.
 * `owner`: that person has it already. `past`: a call is planned ahead. `far`: and not further than two years.
 */
export interface RequestProblem {
  field: 'to' | 'at' | 'by';
  because: 'nobody' | 'self' | 'owner' | 'past' | 'far';
  /** Who is there to choose from, by key. */
  team: SalesRules['team'];
}

/** Before the playbook named the currency of deals, they were in euros. */
export const FIRST_CURRENCY = 'EUR';

/** The request with people of the team by their keys and the currency of a deal, or what is wrong with it. */
export function checkedRequest(
  request: ActionRequest,
  { handover }: Lead,
  sales: (Partial<Pick<SalesRules, 'currency'>> & Pick<SalesRules, 'team'>) | undefined,
  now: Instant,
): ActionRequest | RequestProblem {
  if (request.action === 'won') return { currency: sales?.currency ?? FIRST_CURRENCY, ...request };
  const { team = {} } = sales ?? {};
  if (request.action === 'call-back') {
    const because = whyNotAt(request.callAt, now);
    return because === undefined ? request : { field: 'at', because, team };
  }
  if (request.action !== 'assign') return request;
  const to = memberOf({ team }, request.to);
  if (to === undefined) return { field: 'to', because: 'nobody', team };
  if (to === memberOf({ team }, request.by)) return { field: 'to', because: 'self', team };
  return ownerOf(handover, sales) === to ? { field: 'to', because: 'owner', team } : { ...request, to };
}

function whyNotAt(at: Instant, now: Instant): 'past' | 'far' | undefined {
  if (Date.parse(at) > Date.parse(now) + TWO_YEARS_MS) return 'far';
  return at > now ? undefined : 'past';
}
