import { raw } from 'hono/html';
import type { Language } from '../../domain/language.ts';
import type { FunnelBy } from '../../domain/reports/funnel.ts';
import { Compared } from './compared.tsx';
import { FunnelPicture } from './funnel.tsx';
import { Matrix } from './matrix.tsx';
import { Reasons } from './reasons.tsx';
import type { Reports } from './reports.ts';
import { reportStyle } from './style.ts';
import { type ReportWords, reportWords } from './words.ts';

/** What another view of the same page is asked with. */
export interface View {
  lang: Language;
  by: FunnelBy;
  /** How far back, in weeks. */
  weeks: 4 | 12 | 52;
}

interface Shown {
  reports: Reports;
  view: View;
  /** The address of another view. */
  link: (view: View) => string;
  home: string;
}

/** The figures for marketing and sales together, as a page that needs no script. */
export function reportPage({ reports, view, link, home }: Shown): string {
  const words = reportWords(view.lang);
  const { total, cells, reasons, criteria, by, rows } = reports;
  const page = (
    <html lang={view.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.title}</title>
        <link rel="icon" href="data:," />
        <style>{raw(reportStyle)}</style>
      </head>
      <body>
        <Header words={words} reports={reports} view={view} link={link} home={home} />
        <main>
          <section class="wide">
            <h2>{words.mqlToSql.title}</h2>
            <Share total={total} words={words} />
          </section>
          <section>
            <h2>{words.matrix.title}</h2>
            <p>{words.matrix.meaning}</p>
            <Matrix cells={cells} words={words} />
            {total.held > 0 && <p class="quiet">{words.matrix.held(total.held)}</p>}
          </section>
          <section>
            <h2>{words.funnel.title}</h2>
            <p>{words.funnel.meaning}</p>
            <FunnelPicture total={total} words={words} />
          </section>
          <section class="wide">
            <h2>{words.reasons.title}</h2>
            <p>{words.reasons.meaning}</p>
            <Reasons reasons={reasons} criteria={criteria} words={words} />
          </section>
          <section class="wide">
            <h2>{words.rows.title}</h2>
            <p>{words.rows.meaning}</p>
            <Compared by={by} rows={rows} words={words} link={(one) => link({ ...view, by: one })} />
          </section>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${page}`;
}

function Header({ words, reports, view, link, home }: Shown & { words: ReportWords }) {
  const day = new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeZone: 'UTC' });
  const { from, to } = reports.period;
  const { code, label } = words.other;
  return (
    <header>
      <div class="top">
        <a href={home}>{words.back}</a>
        <a href={link({ ...view, lang: code })} lang={code} hreflang={code}>
          {label}
        </a>
      </div>
      <h1>{words.title}</h1>
      <p>
        {words.intro} {words.period(day.format(new Date(from)), day.format(new Date(to)))}.
      </p>
      <nav class="choices" aria-label={words.periodLabel}>
        {([4, 12, 52] as const).map((weeks) => (
          <a href={link({ ...view, weeks })} aria-current={weeks === view.weeks ? 'true' : undefined}>
            {words.periods[weeks]}
          </a>
        ))}
      </nav>
    </header>
  );
}

function Share({ total: { mqlToSql, agreement }, words }: { total: Reports['total']; words: ReportWords }) {
  const { undecided, share, meaning } = words.mqlToSql;
  const due = agreement.kept + agreement.late;
  return (
    <>
      {mqlToSql.share === null ? (
        <p>{undecided}</p>
      ) : (
        <>
          <p class="share">{words.share(mqlToSql.share)}</p>
          <p>{share(mqlToSql)}</p>
        </>
      )}
      <p>{meaning}</p>
      {due > 0 && <p>{words.mqlToSql.agreement(agreement.kept, due)}</p>}
    </>
  );
}
