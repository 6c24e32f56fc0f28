import type { Handover } from './handover.ts';
import { memberOf } from './routing/member.ts';
import type { SalesRules } from './routing/sales-rules.ts';

/**
 * Whose lead it is: the key of the member of the team who was given it last, who answered, or to whom it was routed.
 * Undefined when that is nobody of the team.
 */
export function ownerOf(
  handover: Pick<Handover, 'owner' | 'answer' | 'to'> | undefined,
  sales: Pick<SalesRules, 'team'> | undefined,
): string | undefined {
  if (handover === undefined || sales === undefined) return undefined;
  const { owner, answer, to } = handover;
  return memberOf(sales, owner) ?? memberOf(sales, answer?.by) ?? memberOf(sales, to);
}
