import type { Language } from '../../domain/language.ts';
import type { FunnelBy } from '../../domain/reports/funnel.ts';
import { longDate } from '../language.ts';
import { renderDocument } from '../layout/document.tsx';
import { LanguageLinks } from '../layout/page.tsx';
import { Comparison } from './comparison.tsx';
import { FunnelChart } from './funnel-chart.tsx';
import { Matrix } from './matrix.tsx';
import { percent } from './numbers.ts';
import type { Reports } from './reports.ts';
import { ReturnReasons } from './return-reasons.tsx';
import { reportStyle } from './style.ts';
import { reportWords } from './words.ts';

const WEEKS = [4, 12, 52] as const;

/** What a reader chose to see. */
export interface View {
  language: Language;
  by: FunnelBy;
  /** How far back, in weeks. */
  weeks: (typeof WEEKS)[number];
}

interface Props {
  reports: Reports;
  view: View;
  /** The address of another view. */
  link: (view: View) => string;
  home: string;
}

/** The reports for marketing and sales together, as a page that needs no script. */
export function reportPage(props: Props): string {
  const { reports, view, link } = props;
  const { language } = view;
  const words = reportWords[language];
  const { total, cells, reasons, criteria, by, rows } = reports;
  return renderDocument({
    language,
    title: words.title,
    style: reportStyle,
    head: <link rel="icon" href="data:," />,
    children: (
      <>
        <Header {...props} />
        <main>
          <section class="wide">
            <h2>{words.mqlToSql.title}</h2>
            <MqlToSql total={total} language={language} />
          </section>
          <section>
            <h2>{words.matrix.title}</h2>
            <p>{words.matrix.meaning}</p>
            <Matrix cells={cells} language={language} />
            {total.held > 0 && <p class="quiet">{words.matrix.held(total.held)}</p>}
          </section>
          <section>
            <h2>{words.funnel.title}</h2>
            <p>{words.funnel.meaning}</p>
            <FunnelChart total={total} language={language} />
          </section>
          <section class="wide">
            <h2>{words.reasons.title}</h2>
            <p>{words.reasons.meaning}</p>
            <ReturnReasons reasons={reasons} criteria={criteria} language={language} />
          </section>
          <section class="wide">
            <h2>{words.comparison.title}</h2>
            <p>{words.comparison.meaning}</p>
            <Comparison by={by} rows={rows} language={language} link={(one) => link({ ...view, by: one })} />
          </section>
        </main>
      </>
    ),
  });
}

function Header({ reports: { period }, view, link, home }: Props) {
  const words = reportWords[view.language];
  const day = (at: string) => longDate(view.language, at, 'UTC');
  return (
    <header>
      <div class="top">
        <a href={home}>{words.back}</a>
        <LanguageLinks language={view.language} inLanguage={(language) => link({ ...view, language })} />
      </div>
      <h1>{words.title}</h1>
      <p>
        {words.intro} {words.period(day(period.from), day(period.to))}.
      </p>
      <nav class="choices" aria-label={words.periodLabel}>
        {WEEKS.map((weeks) => (
          <a href={link({ ...view, weeks })} aria-current={weeks === view.weeks ? 'true' : undefined}>
            {words.periods[weeks]}
          </a>
        ))}
      </nav>
    </header>
  );
}

/** The share of MQLs that become SQLs, and how often sales answered in time. */
function MqlToSql({ total, language }: { total: Reports['total']; language: Language }) {
  const words = reportWords[language].mqlToSql;
  const { became, didNot, share } = total.mqlToSql;
  const { kept, late } = total.agreement;
  return (
    <>
      {share === null ? (
        <p>{words.undecided}</p>
      ) : (
        <>
          <p class="share">{percent(language, share)}</p>
          <p>{words.share(became, didNot)}</p>
        </>
      )}
      <p>{words.meaning}</p>
      {kept + late > 0 && <p>{words.agreement(kept, kept + late)}</p>}
    </>
  );
}
