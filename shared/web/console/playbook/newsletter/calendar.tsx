import type { Language } from '../../../../domain/language.ts';
import { counted, locales } from '../../../language.ts';
import { monthsOf } from './months.ts';
import { calendarWords } from './words.ts';

const DAY_MS = 86_400_000;

interface Props {
  /** The days of issues, as `2026-11-30`. */
  days: readonly string[];
  due: Readonly<Record<string, number>>;
  /** Each number of what is due is at least so many. */
  isMore: boolean;
  today: string;
  language: Language;
}

/** The months from now on, with the days on which an issue goes out, and what else is due on a day. */
export function Calendar({ days, due, isMore, today, language }: Props) {
  const words = calendarWords[language];
  return (
    <section class="card" aria-label={words.calendar}>
      <div class="months">
        {monthsOf({ today, issues: days, due: Object.keys(due) }).map((month) => (
          <Month {...{ month, days, due, today, language }} />
        ))}
      </div>
      <p class="soft">
        {words.legend} {isMore && words.isMore}
      </p>
    </section>
  );
}

function Month({ month, days, due, today, language }: Omit<Props, 'isMore'> & { month: string }) {
  const words = calendarWords[language];
  const named = new Intl.DateTimeFormat(locales[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const weekday = new Intl.DateTimeFormat(locales[language], { weekday: 'short', timeZone: 'UTC' });
  const weeks = weeksOf(month);
  return (
    <table class="calendar">
      <caption>{named.format(new Date(`${month}-01`))}</caption>
      <thead>
        <tr>
          {(weeks[0] ?? []).map((day) => (
            <th scope="col">{weekday.format(new Date(day))}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr>
            {week.map((day) => {
              const number = Number(day.slice(8));
              if (!day.startsWith(month)) return <td />;
              return (
                <td class={day === today ? 'today' : undefined}>
                  {days.includes(day) ? (
                    <a href={`#issue-${day}`} aria-label={words.issue(day)}>
                      {number}
                    </a>
                  ) : (
                    number
                  )}
                  {due[day] !== undefined && (
                    <small>
                      <span aria-hidden="true">{due[day]}</span>
                      <span class="away">{`: ${words.due(counted(language, due[day], words.mails))}`}</span>
                    </small>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The days of a month in weeks from Monday, with those of the months around it. */
function weeksOf(month: string): string[][] {
  const first = Date.parse(`${month}-01`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY_MS;
  const weeks: string[][] = [];
  for (let start = monday; weeks.length < 6; start += 7 * DAY_MS) {
    const week = Array.from({ length: 7 }, (_, at) =>
      new Date(start + at * DAY_MS).toISOString().slice(0, 10),
    );
    if (week.some((day) => day.startsWith(month))) weeks.push(week);
    else break;
  }
  return weeks;
}
