import type { Language } from '../../../domain/language.ts';
import type { Yesterday } from '../../../domain/reports/usual.ts';
import { longDate } from '../../language.ts';
import { numberText } from './number-text.ts';
import { todayWords } from './words.ts';

/** Yesterday in four numbers, each against the usual for that weekday. */
export function Numbers({ language, yesterday }: { language: Language; yesterday: Yesterday }) {
  const words = todayWords[language];
  return (
    <section class="card">
      <h2>{words.yesterday(longDate(language, yesterday.day, 'UTC'))}</h2>
      <dl class="facts">
        {yesterday.numbers.map(({ name, count, usual }) => (
          <div>
            <dt>{words.numbers[name]}</dt>
            <dd>
              <strong class="number">{numberText(language, count)}</strong>
              {usual !== undefined && (
                <span class="quiet">, {words.usually(numberText(language, usual))}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
