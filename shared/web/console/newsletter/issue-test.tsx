import type { Language } from '../../../domain/language.ts';
import type { AbTest } from '../../../domain/nurture/ab-test/ab-test-rules.ts';
import { neededForEach, usualDifference } from '../../../domain/nurture/ab-test/judge.ts';
import { variantNames } from '../../../domain/nurture/ab-test/variants.ts';
import type { AudienceCount } from '../../../domain/nurture/audience/issue-line.ts';
import { wholeNumber } from '../../language.ts';
import { percent } from '../reports/numbers.ts';
import { newsletterWords } from './words.ts';

interface Props {
  language: Language;
  test: AbTest;
  count: AudienceCount;
}

/** The test of an issue: how many take part, and whether those are enough to see a usual difference. */
export function IssueTest({ language, test, count }: Props) {
  const { test: words } = newsletterWords[language];
  const variants = variantNames(test);
  const taking = Math.round(count.reached * test.share);
  const needed = neededForEach(test);
  const { from, to } = usualDifference(test.measure);
  const number = (value: number) => wholeNumber(language, value);
  return (
    <section class="card">
      <h2>{words.title}</h2>
      <p>{words.share(percent(language, test.share), number(taking), number(variants.length))}</p>
      {taking / variants.length < needed && (
        <p class="notice refusal">
          {words.tooFew(
            percent(language, from),
            percent(language, to),
            number(needed),
            number(needed * variants.length),
          )}
        </p>
      )}
    </section>
  );
}
