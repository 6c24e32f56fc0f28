import type { Language } from '../../../domain/language.ts';
import { longDate } from '../../language.ts';
import { pages } from '../pages.ts';
import { inPlace } from '../parts/in-place.ts';
import { deskWords } from './words.ts';

export interface AwayProps {
  language: Language;
  /** The absences ahead. */
  away: readonly { from: string; to: string }[];
  /** Whether there is anything to pass on. */
  hasLeads: boolean;
  /** The colleagues to whom leads can be passed on. */
  colleagues: readonly { key: string; name: string }[];
  /** What was typed, when it was not right. */
  typed?: Readonly<Record<string, string>>;
  /** What is wrong with the days. */
  problem?: string;
  key: string;
}

/** When a sales person is away, and who takes their leads. */
export function AwayPart({ language, away, hasLeads, colleagues, typed = {}, problem, key }: AwayProps) {
  const words = deskWords[language];
  const wrong = problem ? ({ 'aria-invalid': 'true', 'aria-describedby': 'away-wrong' } as const) : {};
  const day = (date: string) => longDate(language, date, 'UTC');
  return (
    <div class="columns">
      <section class="card">
        <h2>{words.away.title}</h2>
        <p class="small quiet">{words.away.hint}</p>
        {away.map(({ from, to }) => (
          <form method="post" action={pages.mine} class="buttons" {...inPlace}>
            <input type="hidden" name="from" value={from} />
            <input type="hidden" name="to" value={to} />
            <span>{words.away.period(day(from), day(to))}</span>
            <button type="submit" name="action" value="back" class="plain">
              {words.away.back}
            </button>
          </form>
        ))}
        <form method="post" action={pages.mine} {...inPlace}>
          <div class="field">
            <label for="away-from">{words.away.from}</label>
            <input id="away-from" name="from" type="date" value={typed.from} required {...wrong} />
          </div>
          <div class="field">
            <label for="away-to">{words.away.to}</label>
            {problem && (
              <p class="wrong" id="away-wrong">
                {problem}
              </p>
            )}
            <input id="away-to" name="to" type="date" value={typed.to} required {...wrong} />
          </div>
          <button type="submit" name="action" value="away">
            {words.away.save}
          </button>
        </form>
      </section>
      {hasLeads && colleagues.length > 0 && (
        <section class="card">
          <h2>{words.pass.title}</h2>
          <form method="post" action={pages.mine} {...inPlace}>
            <input type="hidden" name="_key" value={key} />
            <div class="field">
              <label for="pass-to">{words.pass.to}</label>
              <select id="pass-to" name="to">
                <option value="next">{words.pass.next}</option>
                {colleagues.map((one) => (
                  <option value={one.key} selected={one.key === typed.to}>
                    {one.name}
                  </option>
                ))}
              </select>
            </div>
            <div class="field">
              <label for="pass-why">{words.pass.why}</label>
              <textarea id="pass-why" name="why">
                {typed.why}
              </textarea>
            </div>
            <button type="submit" name="action" value="pass-on" class="second">
              {words.pass.button}
            </button>
          </form>
        </section>
      )}
    </div>
  );
}
