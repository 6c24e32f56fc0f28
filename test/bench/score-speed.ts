import { score } from '../../shared/domain/scoring/score.ts';
import { NOW, pageView, submission, tracked } from '../domain/builders.ts';
import { rules } from '../domain/scoring/rules.ts';
import { type Measurement, median, rounded } from './measurement.ts';

const EVENTS = 200_000;
const ROUNDS = 7;

/** How many events a second one core can score. The history has pages, forms and own events. */
export function measureScoreSpeed(): Measurement {
  const events = Array.from({ length: EVENTS }, (_, n) => {
    const at = new Date(Date.parse(NOW) - (n % 90) * 86_400_000).toISOString();
    if (n % 20 === 0) return submission('whitepaper', { at });
    if (n % 20 === 1) return tracked('Demo Step Completed', { at, props: { step: n % 7 } });
    return pageView(n % 3 === 0 ? `/guides/${n % 40}` : `/page/${n % 100}`, { at });
  });
  const rates = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    score(events, rules, NOW);
    return EVENTS / ((performance.now() - start) / 1000);
  });
  return {
    what: 'fold',
    value: rounded(median(rates) / 1e6),
    unit: 'million events a second',
    reach: 1,
    atLeast: true,
  };
}
