import type { Profile } from '../identity/profile.ts';
import { valuesOf } from '../identity/profile.ts';
import { fitOf } from './fit.ts';
import type { FitRules } from './fit-rules.ts';
import { criterionOf } from './reasons.ts';

/**
 * The criterion of the ideal customer by which a lead would not have gone to sales, had this been known of it, by the
 * name of its question; undefined when the playbook has none that tells.
 * @param learned which question sales now knows the true answer to, and that answer; `email` stands for the address,
 * of which the domain is enough
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
