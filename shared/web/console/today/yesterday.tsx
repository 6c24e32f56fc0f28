import type { Language } from '../../../domain/language.ts';
import type { DayNumber, Yesterday } from '../../../domain/reports/usual.ts';
import { longDate } from '../../language.ts';
import { NumberLink } from '../reports/number-link.tsx';
import { numberText } from './number-text.ts';
import { todayWords } from './words.ts';

/** What the reports call each number. */
const COUNTED: Record<DayNumber, string> = {
  ...{ leads: 'leads', handedOver: 'entered', taken: 'accepted', won: 'won' },
};

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
              <strong class="number">
                <NumberLink
                  view={{ language, period: { from: yesterday.day, to: yesterday.day } }}
                  counted={`funnel.${COUNTED[name]}`}
                  value={count}
                />
              </strong>
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
