import type { Profile } from '../identity/profile.ts';
import { valuesOf } from '../identity/profile.ts';
import { fitOf } from './fit.ts';
import type { FitRules } from './fit-rules.ts';
import { criterionOf } from './reasons.ts';

/**
 * The field that would have kept a bad-fit lead from sales, had its answer been known; undefined when the playbook has
 * no criterion for it.
 * @param learned the field that sales knows now, and its value; `email` stands for the address, or just its domain
 */
export function missingQuestion(
  profile: Profile,
  learned: { criterion?: string; value?: string },
  rules: FitRules,
): string | undefined {
  const { criterion, value } = learned;
  if (criterion === undefined || value === undefined) return undefined;
  const isMail = criterion === 'email';
  const email = isMail ? value.trim().toLowerCase() : profile.email;
  const values = { ...valuesOf(profile), ...(!isMail && { [criterion]: value }) };
  const { reasons } = fitOf(email, values, rules);
  const isBad = reasons.some((reason) => reason.says === 'bad' && criterionOf(reason) === criterion);
  return isBad ? criterion : undefined;
}
