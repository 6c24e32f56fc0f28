import { type FitReason, type FitVerdict, settingOf } from '../fit/reasons.ts';
import type { Scoring } from './scoring.ts';

/** What the profile says of the fit. */
export interface KnownFit {
  verdict: FitVerdict;
  reasons: readonly FitReason[];
}

/**
 * What the fit takes off, by the first rule that matches, as long as the profile says so; undefined when none does. The
 * verdict of sales takes nothing off.
 */
export function fitPointsOf(
  { verdict, reasons }: KnownFit,
  { rules }: Pick<Scoring, 'rules'>,
): { rule: string; points: number; for?: readonly string[] } | undefined {
  const own = reasons.filter(({ code }) => code !== 'sales');
  for (const rule of rules) {
    if (rule.on !== 'fit') continue;
    const { is, because } = rule;
    const holds =
      because === undefined
        ? verdict === is
        : own.some((reason) => reason.says === is && because.includes(settingOf(reason) ?? ''));
    if (holds) return { rule: rule.name, points: rule.points, ...(rule.for && { for: rule.for }) };
  }
  return undefined;
}
