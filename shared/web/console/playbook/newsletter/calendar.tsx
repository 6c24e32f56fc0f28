import type { Language } from '../../../../domain/language.ts';
import { locales } from '../../../language.ts';
import { calendarWords } from './words.ts';

/** As many months are shown at most. */
const MOST_MONTHS = 4;
const DAY_MS = 86_400_000;

interface Props {
  /** The days of issues, as `2026-11-30`. */
  days: readonly string[];
  due: Readonly<Record<string, number>>;
  today: string;
  language: Language;
}

/** The months from now on in which an issue goes out, with those days, and what else is due on a day. */
export function Calendar({ days, due, today, language }: Props) {
  const words = calendarWords[language];
  const months = [...new Set([today, ...days].map((day) => day.slice(0, 7)))]
    .filter((month) => month >= today.slice(0, 7))
    .sort()
    .slice(0, MOST_MONTHS);
  return (
    <section class="card" aria-label={words.calendar}>
      <div class="months">
        {months.map((month) => (
          <Month {...{ month, days, due, today, language }} />
        ))}
      </div>
      <p class="soft">{words.legend}</p>
    </section>
  );
}

function Month({ month, days, due, today, language }: Props & { month: string }) {
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
                  {due[day] !== undefined && <small>{due[day]}</small>}
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
