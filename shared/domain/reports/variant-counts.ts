import type { VariantCount } from '../nurture/ab-test/judge.ts';
import type { Measure } from '../nurture/ab-test/measures.ts';
import type { PlacedTest } from '../nurture/ab-test/placed-tests.ts';
import { variantNames } from '../nurture/ab-test/variants.ts';
import type { MailMetric } from './mail-metrics.ts';
import { mailNameIn } from './mail-names.ts';
import { sumTotals, type TotalsByName } from './totals.ts';

/** What counts as done by a person who got a variant: never what a machine did. */
export const METRICS: Readonly<Record<Measure, MailMetric>> = {
  opened: 'opened',
  clicked: 'clicked',
  'handed-over': 'handedOver',
};

/** How many mails of each variant of a test were delivered, in all languages, and how many did what it measures. */
export function variantCounts({ test, sequence, step }: PlacedTest, mails: TotalsByName): VariantCount[] {
  const own = Object.entries(mails).flatMap(([name, totals]) => {
    const mail = mailNameIn(name);
    const isOwn = mail.sequence === sequence && mail.step === step && mail.test?.name === test.name;
    return isOwn ? [{ variant: mail.test?.variant, name, totals }] : [];
  });
  return variantNames(test).map((variant) => {
    const named = own.filter((one) => one.variant === variant);
    const sums = sumTotals(Object.fromEntries(named.map(({ name, totals }) => [name, totals])));
    const recipients = sums.delivered ?? 0;
    return { variant, recipients, reached: Math.min(recipients, sums[METRICS[test.measure]] ?? 0) };
  });
}
