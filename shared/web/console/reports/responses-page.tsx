import type { Language } from '../../../domain/language.ts';
import type { Answers, ResponseTimes } from '../../../domain/reports/response-times.ts';
import { BUCKETS } from '../../../domain/reports/steps.ts';
import { duration } from '../../duration.ts';
import { BarChart } from './bar-chart.tsx';
import { filled, NumberLink } from './number-link.tsx';
import { bucketName, part } from './numbers.ts';
import { NumberTable } from './table.tsx';
import type { ReportView } from './view.ts';
import { reportWords } from './words.ts';

interface Props {
  times: ResponseTimes;
  view: ReportView;
  /** The name of a member of the sales team. */
  nameOf: (member: string) => string;
}

/** How fast sales answers hand-overs: together, how it is spread, and each member of the team. */
export function ResponsesContent({ times, view, nameOf }: Props) {
  const { language } = view;
  const { nothing, responses: words } = reportWords[language];
  if (!isBusy(times)) return <p class="empty">{nothing}</p>;
  const spread = spreadOf(times, language);
  return (
    <>
      <section class="card">
        <h2>{words.typical}</h2>
        <p class="share">{medianOf(times, language)}</p>
        <p>
          {words.meaning(times.time.count)}{' '}
          {filled(
            words.agreement,
            <NumberLink view={view} counted="member.kept" value={times.kept} />,
            <NumberLink view={view} counted="member.late" value={times.late} />,
          )}
        </p>
        <figure>
          <BarChart bars={spread} language={language} />
          <NumberTable
            caption={words.spread}
            language={language}
            head={[words.within, words.answers]}
            rows={spread.map((one) => [
              one.name,
              <NumberLink view={view} counted={`member.answers.${one.number}`} value={one.count} />,
            ])}
          />
        </figure>
      </section>
      <section class="card">
        <h2>{words.members}</h2>
        <NumberTable
          caption={words.members}
          language={language}
          head={[
            ...[words.member, words.answers, words.typical, words.accepted, words.returned],
            ...[words.kept, words.late],
          ]}
          rows={times.members.map(({ member, ...own }) => {
            const of = member === null ? words.nobody : nameOf(member);
            const number = (what: string, value: number) => (
              <NumberLink {...{ view, of, value }} counted={`member.${what}`} under={member ?? ''} />
            );
            return [
              ...[of, number('answers', own.time.count), medianOf(own, language)],
              ...[number('accepted', own.accepted), number('returned', own.returned)],
              ...[number('kept', own.kept), number('late', own.late)],
            ];
          })}
        />
        <p class="quiet">{words.estimated}</p>
      </section>
    </>
  );
}

function isBusy({ time, distribution, accepted, returned, kept, late }: ResponseTimes): boolean {
  const counts = [time.count, accepted, returned, kept, late, ...distribution.map((one) => one.count)];
  return counts.some((one) => one > 0);
}

function medianOf({ time }: Answers, language: Language): string {
  return time.median === null ? '–' : duration(language, time.median * 60);
}

/** The buckets from the quickest to the slowest answer. */
function spreadOf({ distribution, time }: ResponseTimes, language: Language) {
  const bars = distribution.map(({ count: counted }, n) => {
    const { number = 0 } = BUCKETS[n] ?? {};
    const note = counted === 0 ? '' : part(language, counted, time.count);
    return { number, name: bucketName(language, number), count: counted, note };
  });
  const isUsed = (bar: { count: number }) => bar.count > 0;
  return bars.slice(Math.max(0, bars.findIndex(isUsed)), bars.findLastIndex(isUsed) + 1);
}
