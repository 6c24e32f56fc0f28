import type { Child } from 'hono/jsx';
import { usualDifference } from '../../../../domain/nurture/ab-test/judge.ts';
import type { AbTestRow } from '../../../../domain/reports/ab-test-rows.ts';
import { METRICS } from '../../../../domain/reports/variant-counts.ts';
import { dayOf } from '../../../../domain/time.ts';
import { longDateTime } from '../../../language.ts';
import type { MailNames } from '../figures.ts';
import { NumberLink } from '../number-link.tsx';
import { count, percent } from '../numbers.ts';
import type { ReportView } from '../view.ts';
import { variantName } from './variant-name.ts';
import { abTestReportWords } from './words.ts';

interface Props {
  row: AbTestRow;
  view: ReportView;
  names: MailNames;
}

/** The tests of mails: for each its variants, what is known of each, and what follows. */
export function AbTests({ rows, ...props }: Omit<Props, 'row'> & { rows: readonly AbTestRow[] }) {
  const tests = abTestReportWords[props.view.language];
  if (rows.length === 0) return null;
  return (
    <section class="card">
      <h2>{tests.title}</h2>
      <p>{tests.meaning}</p>
      {rows.map((row) => (
        <TestPart row={row} {...props} />
      ))}
    </section>
  );
}

function TestPart({ row, view, names }: Props) {
  const { language } = view;
  const tests = abTestReportWords[language];
  const { columns, measures } = tests;
  const heads = [columns.variant, columns.recipients, measures[row.measure], columns.share, columns.best];
  const name = `${names.ofMail(row.mail, row.step)}: ${row.test}`;
  return (
    <>
      <h3>{name}</h3>
      <table class="cards">
        <caption class="away">{name}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row.variants.map((variant) => (
            <tr>
              <th scope="row">
                {variantName(row, variant, names, language)}
                {row.chosen === variant.variant && <strong> {tests.chosen}</strong>}
              </th>
              {cellsOf({ row, view, names, variant }).map((cell, n) => (
                <td data-label={heads[n + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {conclusionOf(row, view, names)} {needOf(row, view)}
      </p>
    </>
  );
}

interface VariantProps extends Props {
  variant: AbTestRow['variants'][number];
}

function cellsOf({ variant, ...props }: VariantProps): Child[] {
  const { language } = props.view;
  const tests = abTestReportWords[language];
  return [
    <CountOf {...props} variant={variant} what="recipients" />,
    <CountOf {...props} variant={variant} what="reached" />,
    tests.between(percent(language, variant.low), percent(language, variant.high)),
    percent(language, variant.best),
  ];
}

interface CountProps extends VariantProps {
  what: 'recipients' | 'reached';
}

/** A count that opens its leads. What was decided by is told as it was then. */
function CountOf({ row, view, names, variant, what }: CountProps) {
  const value = variant[what];
  if (row.state === 'decided') return <>{count(view.language, value)}</>;
  const { to } = view.period;
  const period = { from: dayOf(row.begunAt), to };
  const counted = `mail.${what === 'recipients' ? 'delivered' : METRICS[row.measure]}`;
  const under = `${row.sequence}/${row.step}//${row.test}.${variant.variant}`;
  const of = variantName(row, variant, names, view.language);
  return <NumberLink view={{ ...view, period }} {...{ counted, under, of, value }} />;
}

/** What follows from the numbers: never more than they say. */
function conclusionOf(row: AbTestRow, { language }: ReportView, names: MailNames): string {
  const tests = abTestReportWords[language];
  const moment = (at: string) => longDateTime(language, at, names.timeZone);
  if (row.state === 'ended') return tests.ended;
  if (row.decidedAt === null) return tests.running(moment(row.until ?? row.begunAt));
  const best = row.variants.find(({ variant }) => variant === row.chosen);
  if (!row.isSeen || best === undefined)
    return tests.noDifference(moment(row.decidedAt), percent(language, row.certainty));
  const name = variantName(row, best, names, language);
  return tests.better(moment(row.decidedAt), name, percent(language, best.best));
}

/** How many it takes to see a usual difference, while fewer got a variant and none was seen. */
function needOf({ variants, needed, measure, isSeen }: AbTestRow, { language }: ReportView): string {
  const fewest = Math.min(...variants.map(({ recipients }) => recipients));
  if (isSeen || fewest >= needed) return '';
  const tests = abTestReportWords[language];
  const { from, to } = usualDifference(measure);
  return tests.needed(count(language, needed), percent(language, from), percent(language, to));
}
