import type { Language } from '../../../domain/language.ts';
import type { Answers, ResponseTimes } from '../../../domain/reports/response-times.ts';
import { duration } from '../../duration.ts';
import { BarChart } from './bar-chart.tsx';
import { count, part } from './numbers.ts';
import { NumberTable } from './table.tsx';
import { reportWords } from './words.ts';

interface Props {
  times: ResponseTimes;
  language: Language;
  /** The name of a member of the sales team. */
  nameOf: (member: string) => string;
}

/** How fast sales answers hand-overs: together, how it is spread, and each member of the team. */
export function ResponsesContent({ times, language, nameOf }: Props) {
  const { nothing, responses: words } = reportWords[language];
  if (times.time.count === 0 && times.late === 0) return <p class="empty">{nothing}</p>;
  const spread = spreadOf(times, language);
  return (
    <>
      <section class="card">
        <h2>{words.typical}</h2>
        <p class="share">{medianOf(times, language)}</p>
        <p>{words.meaning(times.time.count, times.kept, times.kept + times.late)}</p>
        <figure>
          <BarChart bars={spread} language={language} />
          <NumberTable
            caption={words.spread}
            language={language}
            head={[words.within, words.answers]}
            rows={spread.map((one) => [one.name, count(language, one.count)])}
          />
        </figure>
      </section>
      <section class="card">
        <h2>{words.members}</h2>
        <NumberTable
          caption={words.members}
          language={language}
          head={[words.member, words.answers, words.typical, words.accepted, words.returned, words.kept]}
          rows={times.members.map(({ member, ...own }) => [
            member === null ? words.nobody : nameOf(member),
            count(language, own.time.count),
            medianOf(own, language),
            count(language, own.accepted),
            count(language, own.returned),
            part(language, own.kept, own.kept + own.late),
          ])}
        />
        <p class="quiet">{words.estimated}</p>
      </section>
    </>
  );
}

function medianOf({ time }: Answers, language: Language): string {
  return time.median === null ? '–' : duration(language, time.median * 60);
}

/** The buckets from the quickest to the slowest answer. */
function spreadOf({ distribution, time }: ResponseTimes, language: Language) {
  const { responses: words } = reportWords[language];
  const bars = distribution.map(({ below, count: counted }, n) => {
    const from = distribution[n - 1]?.below ?? 0;
    const name =
      below === null
        ? words.longer(duration(language, from))
        : from === 0
          ? duration(language, 0)
          : words.upTo(duration(language, below));
    const note = counted === 0 ? '' : part(language, counted, time.count);
    return { name, count: counted, note };
  });
  const isUsed = (bar: { count: number }) => bar.count > 0;
  return bars.slice(Math.max(0, bars.findIndex(isUsed)), bars.findLastIndex(isUsed) + 1);
}
