import type { FunnelReport, MailsReport, ReturnsReport } from '../../../shared/contract/reports.ts';
import type { AbTest } from '../../../shared/domain/nurture/ab-test/ab-test-rules.ts';
import { judge } from '../../../shared/domain/nurture/ab-test/judge.ts';
import { type AbTestRow, abTestRow } from '../../../shared/domain/reports/ab-test-rows.ts';
import { type Cell, frameworkOf } from '../../../shared/domain/reports/framework.ts';
import { funnelOf } from '../../../shared/domain/reports/funnel.ts';
import { mailsOf } from '../../../shared/domain/reports/mails.ts';
import { type ResponseTimes, responseTimesOf } from '../../../shared/domain/reports/response-times.ts';
import { totalsOf } from '../../../shared/domain/reports/totals.ts';
import { NOW } from '../../domain/builders.ts';

const PERIOD = { from: '2026-08-31', to: '2026-11-22' };

/** The cells of a company that hands over too early. */
export function exampleCells(): Cell[] {
  const cells = {
    ...{ 'good.not-ready.lead': 412, 'good.ready.mql': 9, 'good.ready.lead': 14, 'good.hand-raiser.sql': 11 },
    ...{ 'unknown.not-ready.lead': 1_280, 'unknown.ready.mql': 6, 'unknown.hand-raiser.mql': 4 },
    ...{ 'bad.not-ready.name': 240, 'bad.ready.name': 17, 'bad.hand-raiser.mql': 2 },
  };
  const counts = Object.entries(cells).map(
    ([of, by]) => ({ dimension: 'cell', of, metric: 'here', by }) as const,
  );
  return frameworkOf(totalsOf(counts).cell);
}

/** Its funnel, with a campaign that a stranger named. */
export function exampleFunnel(): FunnelReport {
  const total = funnelOf({
    ...{ leads: 640, 'entered.threshold': 61, 'entered.hand-raiser': 34, held: 17, accepted: 78 },
    ...{
      qualified: 31,
      dropped: 44,
      opportunities: 14,
      won: 6,
      value: 7_250_000,
      lost: 5,
      kept: 81,
      late: 9,
    },
    ...{ 'returned.not-ready': 22, 'returned.bad-fit': 11, 'returned.unreachable': 7, 'returned.other': 2 },
    ...{ 'minutes.lead>mql': 61 * 30_000, 'took.lead>mql.9': 61 },
    ...{ 'minutes.mql>sal': 78 * 30, 'took.mql>sal.0': 78 },
  });
  const rows = [
    { of: 'spring <script>alert(1)</script>', ...total },
    { of: null, ...funnelOf({ leads: 3 }) },
  ];
  return { ...PERIOD, by: 'campaign', total, rows };
}

/** A year by week, of which two weeks were busy. */
export function exampleYear(): FunnelReport {
  const day = (week: number) => new Date(Date.UTC(2025, 10, 24 + 7 * week)).toISOString().slice(0, 10);
  const busy = { leads: 4, 'entered.threshold': 2, qualified: 1, dropped: 1 } as const;
  const rows = Array.from({ length: 52 }, (_, week) => ({
    of: day(week),
    ...funnelOf(week === 20 || week === 51 ? busy : {}),
  }));
  return { from: day(0), to: '2026-11-22', by: 'week', total: funnelOf(busy), rows };
}

/** Its returns. */
export function exampleReturns(): ReturnsReport {
  const returned = { 'not-ready': 22, 'bad-fit': 11, unreachable: 7, duplicate: 0, other: 2 };
  return {
    ...PERIOD,
    ...{ handedOver: 95, returned: 42 },
    reasons: Object.entries(returned).map(([reason, count]) => ({
      reason: reason as keyof typeof returned,
      ...{ returned: count, share: count / 42 },
    })),
    criteria: [{ criterion: 'employees', told: 8, caught: 5 }],
    playbooks: [],
  };
}

/** How fast it answers: some within seconds, some after days. */
export function exampleResponses(): ResponseTimes {
  return responseTimesOf({
    bram: { accepted: 20, kept: 22, late: 3, 'returned.not-ready': 5, 'took.handover>answer.16': 25 },
    anna: { accepted: 2, kept: 2, 'took.handover>answer.14': 1, 'took.handover>answer.6': 1 },
    '': { late: 1 },
  });
}

/** What became of its mails. */
export function exampleMails(): MailsReport {
  const step = (id: string, mail: string) => ({ id, mail, after: '7d', kind: 'marketing' }) as const;
  const steps = [
    step('whitepaper', 'whitepaper'),
    step('start-at-the-end', 'tip-1'),
    step('points', 'tip-3'),
  ];
  const sent = { sent: 120, delivered: 118, hardBounced: 2, opened: 70, openedByMachine: 14 };
  return {
    ...PERIOD,
    ...mailsOf(
      {
        mail: {
          'whitepaper-tips/whitepaper/nl': { ...sent, clicked: 33, clickedByMachine: 6, unsubscribed: 1 },
          'whitepaper-tips/start-at-the-end/nl': {
            sent: 9,
            delivered: 9,
            opened: 4,
            clicked: 2,
            raisedHand: 1,
          },
          'newsletter:newsletter-returned/newsletter-returned/nl': { sent: 300, delivered: 299, opened: 90 },
        },
        link: {
          'whitepaper-tips/whitepaper/nl www.example.com/guides/x': { clicked: 33, clickedByMachine: 6 },
        },
        sequence: {
          'whitepaper-tips': { began: 120, 'left.not-confirmed': 30 },
          'whitepaper-tips/whitepaper': { 'left.unsubscribed': 2, 'left.raised-hand': 5 },
        },
        waiting: { 'whitepaper-tips': { here: 74 } },
      },
      {
        sequences: { 'whitepaper-tips': { steps } },
        newsletter: [{ mail: 'newsletter-returned', on: '2026-11-09', bands: [] }],
      },
    ),
    tests: exampleTests(),
  };
}

/** A test that saw a difference, one that did not, one that goes on, and one that was taken away. */
export function exampleTests(): AbTestRow[] {
  const test: AbTest = {
    ...{ name: 'points-subject', share: 1, measure: 'opened', decide: { recipients: 400 }, certainty: 0.95 },
    variants: [{ name: 'question', subject: { nl: 'Wie bel je eerst?', en: 'Who do you call first?' } }],
  };
  const begun = { test, sequence: 'whitepaper-tips', step: 'points', mail: 'tip-3', begunAt: NOW };
  const decided = (name: string, reached: number) => {
    const counts = [
      { variant: 'first', recipients: 1_200, reached: 360 },
      { variant: 'question', recipients: 1_195, reached },
    ];
    const own = { ...begun, test: { ...test, name } };
    return abTestRow({ ...own, decision: { at: NOW, ...judge(counts, test) } }, {});
  };
  const mails = { 'whitepaper-tips/points/nl/points-subject.question': { delivered: 30, opened: 9 } };
  return [
    abTestRow({ ...begun, due: NOW }, mails),
    decided('seen', 430),
    decided('alike', 366),
    abTestRow({ ...begun, test: { ...test, name: 'taken-away' } }, mails),
  ];
}
