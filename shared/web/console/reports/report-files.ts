import type { AbTestRow } from '../../../domain/reports/ab-test-rows.ts';
import type { ResponseTimes } from '../../../domain/reports/response-times.ts';
import type { CsvValue } from '../../csv.ts';
import type { FrameworkFigures, FunnelFigures, MailFigures, ReturnFigures } from './figures.ts';

/** A report as rows of a file. The names in its head are those of the API, whatever the language. */
export interface ReportFile {
  head: readonly string[];
  rows: readonly (readonly CsvValue[])[];
}

/** The cells of the framework. */
export function frameworkFile({ cells }: FrameworkFigures): ReportFile {
  const rows = cells.map(({ fit, readiness, leads }) => [fit, readiness, leads]);
  return { head: ['fit', 'readiness', 'leads'], rows };
}

/** The funnel, a row for each week, form and so on; the value of deals in another currency in columns of their own. */
export function funnelFile({ by, total, rows }: FunnelFigures): ReportFile {
  const found = [total, ...rows].flatMap(({ won }) => Object.keys(won.otherCurrencies ?? {}));
  const currencies = [...new Set(found)].sort();
  return {
    head: [
      ...[by, 'leads', 'entered', 'accepted', 'returned', 'qualified', 'opportunities', 'won', 'value'],
      ...['lost', ...currencies.map((code) => `otherCurrencies.${code}`)],
    ],
    rows: rows.map((row) => [
      ...[row.of ?? '', row.leads, row.entered.total, row.accepted, row.returned.total, row.qualified],
      ...[row.opportunities, row.won.total, row.won.value, row.lost],
      ...currencies.map((code) => row.won.otherCurrencies?.[code] ?? 0),
    ]),
  };
}

/** The reasons of returns, then the criteria that showed a bad fit. */
export function returnsFile({ reasons, criteria }: ReturnFigures): ReportFile {
  return {
    head: ['reason', 'criterion', 'returned', 'told', 'caught'],
    rows: [
      ...reasons.map(({ reason, returned }) => [reason, undefined, returned]),
      ...criteria.map(({ criterion, told, caught }) => ['bad-fit', criterion, undefined, told, caught]),
    ],
  };
}

/** The answers of each member of the sales team; the median in hours. */
export function responsesFile({ members }: ResponseTimes): ReportFile {
  return {
    head: ['member', 'answers', 'medianHours', 'accepted', 'returned', 'kept', 'late'],
    rows: members.map(({ member, time, accepted, returned, kept, late }) => [
      ...[member ?? '', time.count, time.median ?? undefined, accepted, returned, kept, late],
    ]),
  };
}

/** Each mail by language, then each of its links; at the end the variants of each test. */
export function mailsFile({ mails, tests }: MailFigures): ReportFile {
  return {
    head: [
      ...[
        'sequence',
        'step',
        'language',
        'link',
        'sent',
        'delivered',
        'opened',
        'openedByMachine',
        'clicked',
      ],
      ...[
        'clickedByMachine',
        'raisedHand',
        'unsubscribed',
        'hardBounced',
        'softBounced',
        'refused',
        'complained',
      ],
      ...['handedOver', 'test', 'variant', 'chosen', 'low', 'high', 'best'],
    ],
    rows: [
      ...mails.flatMap((mail) => {
        const name = [mail.sequence, mail.step, mail.language ?? ''];
        const nothing = Array.from({ length: 4 }, () => undefined);
        return [
          [
            ...[...name, '', mail.sent, mail.delivered, mail.opened.people, mail.opened.machines],
            ...[mail.clicked.people, mail.clicked.machines, mail.raisedHand, mail.unsubscribed],
            ...[mail.bounced.hard, mail.bounced.soft, mail.refused, mail.complained],
          ],
          ...mail.links.map(({ target, clicked }) => [
            ...[...name, target, ...nothing, clicked.people, clicked.machines],
          ]),
        ];
      }),
      ...tests.flatMap(testRows),
    ],
  };
}

/** The variants of a test: what is measured stands in its own column, and a choice only after the decision. */
function testRows({ test, sequence, step, measure, chosen, variants }: AbTestRow): CsvValue[][] {
  const nothing = (count: number) => Array.from({ length: count }, () => undefined);
  return variants.map(({ variant, recipients, reached, low, high, best }) => {
    const at = (own: AbTestRow['measure']) => (own === measure ? reached : undefined);
    return [
      ...[sequence, step, '', '', undefined, recipients, at('opened'), undefined, at('clicked')],
      ...[...nothing(7), at('handed-over'), test, variant],
      ...[chosen === null ? '' : chosen === variant ? 'yes' : 'no', low, high, best],
    ];
  });
}
