import { Comparison } from './comparison.tsx';
import type { FunnelFigures } from './figures.ts';
import { FunnelChart } from './funnel-chart.tsx';
import { filled, NumberLink } from './number-link.tsx';
import { part } from './numbers.ts';
import type { ReportView } from './view.ts';
import { reportWords } from './words.ts';

interface Props {
  report: FunnelFigures;
  view: ReportView;
  /** The one of the company, by its code. */
  currency: string;
}

/** The funnel of a period, and the same divided by week, form, campaign or playbook. */
export function FunnelContent({ report, view, currency }: Props) {
  const { language } = view;
  const words = reportWords[language];
  return (
    <>
      <section class="card">
        <h2>{words.mqlToSql.title}</h2>
        <MqlToSql total={report.total} view={view} />
        {report.total.held > 0 && (
          <p class="quiet">
            {filled(
              words.mqlToSql.held,
              <NumberLink view={view} counted="funnel.held" value={report.total.held} />,
            )}
          </p>
        )}
      </section>
      <section class="card">
        <h2>{words.funnel.title}</h2>
        <p>{words.funnel.meaning}</p>
        <FunnelChart total={report.total} view={view} currency={currency} />
      </section>
      <section class="card">
        <h2>{words.comparison.title}</h2>
        <p>{words.comparison.meaning}</p>
        <Comparison rows={report.rows} view={view} />
      </section>
    </>
  );
}

/** The share of MQLs that become SQLs, and how often sales answered in time. */
function MqlToSql({ total, view }: { total: FunnelFigures['total']; view: ReportView }) {
  const { language } = view;
  const words = reportWords[language].mqlToSql;
  const { became, didNot } = total.mqlToSql;
  const { kept, late } = total.agreement;
  return (
    <>
      {became + didNot === 0 ? (
        <p>{words.undecided}</p>
      ) : (
        <>
          <p class="share">{part(language, became, became + didNot)}</p>
          <p>
            {filled(
              words.share,
              <NumberLink view={view} counted="funnel.qualified" value={became} />,
              <NumberLink view={view} counted="funnel.dropped" value={didNot} />,
            )}
          </p>
        </>
      )}
      <p>{words.meaning}</p>
      {kept + late > 0 && (
        <p>
          {filled(
            words.agreement,
            <NumberLink view={view} counted="funnel.kept" value={kept} />,
            <NumberLink view={view} counted="funnel.late" value={late} />,
          )}
        </p>
      )}
    </>
  );
}
