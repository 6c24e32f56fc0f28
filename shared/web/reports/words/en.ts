import { counted } from '../../language.ts';

export type ReportWords = typeof en;

const handovers = { one: 'hand-over', other: 'hand-overs' };

export const en = {
  title: 'From lead to customer',
  intro: 'What marketing hands to sales, and what becomes of it.',
  back: 'Start page',
  period: (from: string, to: string) => `${from} to ${to}`,
  periods: { 4: 'last 4 weeks', 12: 'last 12 weeks', 52: 'last year' },
  periodLabel: 'Period',
  nothing: 'Nothing yet in this time.',
  mqlToSql: {
    title: 'How many MQLs become SQLs',
    share: (became: number, didNot: number) =>
      `Sales decided on ${counted('en', became + didNot, handovers)}: ${became} became an SQL, ${didNot} did not.`,
    meaning:
      'This is the measure of marketing. A low share means that the definition of a good lead is wrong, in fit or in timing; the reasons of the returns below say which.',
    undecided: 'Sales has not decided on any hand-over in this time yet.',
    agreement: (kept: number, all: number) =>
      `Sales answered ${kept} of ${counted('en', all, handovers)} within the agreed time.`,
  },
  matrix: {
    title: 'Where the leads are now',
    meaning:
      'Sales works the good leads that are ready, and everybody who raised a hand; marketing warms up the others, and keeps the row of bad fits as empty as it can.',
    fit: 'Fit',
    fits: { good: 'good', unknown: 'not known yet', bad: 'bad' },
    readinesses: { 'not-ready': 'not ready', ready: 'ready', 'hand-raiser': 'raised a hand' },
    atSales: (count: number) => `${count} with sales`,
    held: (count: number) =>
      `Crossed the threshold with a bad fit in this time: ${count}. They were counted, and not handed over.`,
  },
  funnel: {
    title: 'The funnel',
    meaning:
      'Each bar counts what happened in this time; the percentage is the part of the bar above it. A bar that falls far is where leads get stuck.',
    stages: {
      leads: 'leads',
      entered: 'handed over (MQL)',
      accepted: 'accepted (SAL)',
      qualified: 'qualified (SQL)',
      opportunities: 'opportunities',
      won: 'customers',
    },
    stage: 'Stage',
    count: 'Number',
    share: 'Of the one before',
    time: 'Median time to get there',
    value: (euros: string) => `Won together: ${euros}.`,
    lost: (count: number) => `Lost after sales took them over: ${count}.`,
  },
  reasons: {
    title: 'Why leads come back',
    meaning: 'The longest bar says what to change first.',
    reason: 'Reason',
    count: 'Number',
    names: {
      'not-ready': 'not ready',
      'bad-fit': 'bad fit',
      unreachable: 'unreachable',
      duplicate: 'duplicate',
      other: 'other',
    },
    advice: {
      'not-ready': 'The timing is off: raise the threshold, or give fewer points for what proves little.',
      'bad-fit': 'The profile of the ideal customer misses something: add the criteria named below.',
      unreachable: 'Ask for a telephone number earlier, or call sooner after the hand-over.',
      duplicate: 'Sales knew this person already: look at imports and at second addresses.',
      other: 'Read the notes: what comes back often deserves a reason of its own.',
    },
    criteria: 'What showed that a lead did not fit',
    criterion: 'Criterion',
    told: 'Seen by sales',
    caught: 'The profile could have seen it',
  },
  comparison: {
    title: 'Compared',
    meaning:
      'Put your effort where many MQLs become SQLs: a source of many leads that sales sends back costs more than it brings.',
    by: { week: 'by week', form: 'by form', campaign: 'by campaign', playbook: 'by playbook' },
    of: { week: 'Week of', form: 'Form', campaign: 'Campaign', playbook: 'Playbook' },
    none: { form: 'no form', campaign: 'no campaign' },
    columns: {
      leads: 'Leads',
      mql: 'MQL',
      returned: 'Returned',
      sql: 'SQL',
      share: 'MQL → SQL',
      won: 'Customers',
    },
  },
};
