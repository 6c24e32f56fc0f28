import type { Child } from 'hono/jsx';
import { shortDay } from './numbers.ts';
import { REPORTS, type ReportName, type ReportView, reportLink, WEEKS } from './view.ts';
import { reportWords } from './words.ts';

/** The reports that count answers of sales, which can be corrected. */
const CORRECTED: readonly ReportName[] = ['funnel', 'returns', 'responses'];

/** A report under the tabs of all reports, with the choice of a period and its file. */
export function ReportPage({ view, children }: { view: ReportView; children?: Child }) {
  const { language, report } = view;
  const words = reportWords[language];
  return (
    <>
      <h1>{words.titles[report]}</h1>
      <nav class="tabs" aria-label={words.title}>
        {REPORTS.map((one) => (
          <a href={reportLink(view, { report: one })} aria-current={one === report ? 'page' : undefined}>
            {words.tabs[one]}
          </a>
        ))}
      </nav>
      {report === 'framework' ? <p>{words.now}</p> : <PeriodChoice view={view} />}
      {children}
      {CORRECTED.includes(report) && <p class="quiet">{words.corrections}</p>}
      <p class="file">
        <a href={reportLink(view, {}, '.csv')}>{words.file}</a>
      </p>
    </>
  );
}

function PeriodChoice({ view }: { view: ReportView }) {
  const { language, period, weeks, typed, report, by } = view;
  const words = reportWords[language];
  const shown = words.period(shortDay(language, period.from), shortDay(language, period.to));
  return (
    <section aria-label={words.periodLabel}>
      <nav class="choices" aria-label={words.periodLabel}>
        {WEEKS.map((one) => (
          <a
            href={reportLink(view, { weeks: one })}
            aria-current={one === weeks && !typed ? 'true' : undefined}
          >
            {words.periods[one]}
          </a>
        ))}
      </nav>
      <form class="filters choose" method="get" action={`/console/reports/${report}`}>
        <DayField view={view} name="from" />
        <DayField view={view} name="to" />
        {report === 'funnel' && <input type="hidden" name="by" value={by} />}
        <button type="submit" class="second">
          {words.show}
        </button>
      </form>
      <p class="quiet">{shown}</p>
    </section>
  );
}

function DayField({ view, name }: { view: ReportView; name: 'from' | 'to' }) {
  const { language, period, typed } = view;
  const words = reportWords[language];
  const isWrong = typed?.wrong.includes(name) ?? false;
  return (
    <div class="field">
      <label for={name}>{words.days[name]}</label>
      {isWrong && (
        <p class="wrong" id={`${name}-wrong`}>
          {words.notADay}
        </p>
      )}
      <input
        id={name}
        name={name}
        type={isWrong ? 'text' : 'date'}
        value={typed?.[name] ?? period[name]}
        aria-invalid={isWrong ? 'true' : undefined}
        aria-describedby={isWrong ? `${name}-wrong` : undefined}
      />
    </div>
  );
}
