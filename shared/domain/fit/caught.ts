import type { Profile } from '../lifecycle/profile.ts';
import { valuesOf } from '../lifecycle/profile.ts';
import { fitOf } from './fit.ts';
import type { FitRules } from './fit-rules.ts';

/**
 * The criterion of the ideal customer by which a lead would not have gone to sales, had this been known of it; undefined
 * when the playbook has none that tells.
 */
export function caughtBy(
  profile: Profile,
  learned: { criterion?: string; value?: string },
  rules: FitRules,
): string | undefined {
  const { criterion, value } = learned;
  if (criterion === undefined || value === undefined) return undefined;
  const { reasons } = fitOf(profile.email, { ...valuesOf(profile), [criterion]: value }, rules);
  return reasons.find(({ says }) => says === 'bad')?.code;
}
