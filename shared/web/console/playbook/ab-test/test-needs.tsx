import type { Language } from '../../../../domain/language.ts';
import { neededForEach, usualDifference } from '../../../../domain/nurture/ab-test/judge.ts';
import { MEASURES } from '../../../../domain/nurture/ab-test/measures.ts';
import { wholeNumber } from '../../../language.ts';
import { percent } from '../../reports/numbers.ts';
import { abTestWords } from './words.ts';

const USUAL_CERTAINTY = 0.95;

interface Props {
  language: Language;
  /** As its text says it, right or wrong. */
  test: Record<string, unknown>;
  reached?: number | undefined;
}

/** How many people a test needs, and whether those who get the mail are enough; nothing while it cannot be known. */
export function TestNeeds({ language, test, reached }: Props) {
  const words = abTestWords[language];
  const measure = MEASURES.find((one) => one === test.measure);
  const { certainty = USUAL_CERTAINTY, share = 1, variants } = test;
  const isCertain = typeof certainty === 'number' && certainty >= 0.8 && certainty <= 0.999;
  if (measure === undefined || !isCertain || !Array.isArray(variants)) return null;
  const each = neededForEach({ measure, certainty });
  const all = each * (variants.length + 1);
  const { from, to } = usualDifference(measure);
  const number = (value: number) => wholeNumber(language, value);
  const taking = reached === undefined || typeof share !== 'number' ? undefined : Math.round(reached * share);
  return (
    <div class="soft">
      <p>{words.needs(percent(language, from), percent(language, to), number(each), number(all))}</p>
      {taking !== undefined && (
        <p class={taking < all ? 'warning' : undefined}>
          {taking < all ? words.tooFew(number(taking)) : words.takes(number(taking))}
        </p>
      )}
    </div>
  );
}
