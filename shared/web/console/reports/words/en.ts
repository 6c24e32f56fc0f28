import { counted } from '../../../language.ts';

export type ReportWords = typeof en;

const handovers = { one: 'hand-over', other: 'hand-overs' };

export const en = {
  title: 'Reports',
  tabs: {
    framework: 'Matrix',
    funnel: 'Funnel',
    returns: 'Returns',
    responses: 'Response times',
    mails: 'Mails',
  },
  titles: {
    framework: 'Where the leads are now',
    funnel: 'From lead to customer',
    returns: 'Why leads come back',
    responses: 'How fast sales answers',
    mails: 'What became of the mails',
  },
  now: 'As it is now, so there is no period to choose.',
  period: (from: string, to: string) => `${from} to ${to}. Days are counted in UTC.`,
  periods: { 4: 'Last 4 weeks', 12: 'Last 12 weeks', 52: 'Last year' },
  periodLabel: 'Period',
  days: { from: 'From', to: 'Until' },
  notADay: 'This is not a day: write it as 2026-11-22.',
  show: 'Show',
  file: 'Download as a CSV file',
  partOf: (some: string, all: string) => `${some} of ${all}`,
  nothing: 'Nothing yet in this period.',
  mqlToSql: {
    title: 'How many MQLs become SQLs',
    share: (became: number, didNot: number) =>
      `Sales decided on ${counted('en', became + didNot, handovers)}: ${became} became an SQL, ${didNot} did not.`,
    meaning:
      'This is the measure of marketing. A low share means that the definition of a good lead is wrong, in fit or in timing; the reasons of the returns say which.',
    undecided: 'Sales has not decided on any hand-over in this time yet.',
    held: (count: number) =>
      `Crossed the threshold with a bad fit in this period: ${count}. They were not handed over.`,
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
    open: (fit: string, readiness: string, leads: string) =>
      `${fit}, ${readiness}: open these ${leads} leads`,
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
    here: 'There now',
    open: 'open',
    openStage: (stage: string) => `Open the leads that are here now: ${stage}`,
    value: (amount: string) => `Won together: ${amount}.`,
    lost: (count: number) => `Lost after sales took them over: ${count}.`,
  },
  reasons: {
    title: 'Why leads come back',
    meaning: 'The longest bar says what to change first.',
    reason: 'Reason',
    count: 'Number',
    share: 'Of all returns',
    last: 'Last returned so',
    open: 'open',
    openReason: (reason: string) => `Open the leads that sales last returned as: ${reason}`,
    total: (returned: string, handedOver: string) =>
      `Sales returned ${returned} leads; ${handedOver} were handed over in this period.`,
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
    quietWeeks: (weeks: number) =>
      `${counted('en', weeks, { one: 'week', other: 'weeks' })} without anything`,
    columns: {
      leads: 'Leads',
      mql: 'MQL',
      returned: 'Returned',
      sql: 'SQL',
      share: 'MQL → SQL',
      won: 'Customers',
    },
  },
  responses: {
    typical: 'Median',
    meaning: (answers: number, kept: number, all: number) =>
      `Half of ${counted('en', answers, { one: 'answer', other: 'answers' })} came within this time, counted around the clock from the hand-over. Answered as agreed: ${kept} of ${all}.`,
    spread: 'How long answers took',
    within: 'Answered within',
    answers: 'Answers',
    longer: (time: string) => `longer than ${time}`,
    upTo: (time: string) => `up to ${time}`,
    members: 'By person',
    member: 'Hand-over to',
    nobody: 'nobody in particular',
    accepted: 'Accepted',
    returned: 'Returned',
    kept: 'As agreed',
    estimated: 'Medians are estimated from counts, so they may be some way off while there are few answers.',
  },
  mails: {
    meaning:
      'Each mail counts once, on the day it happened. Opens and clicks by mail scanners and other machines are counted apart. Opens are only a hint: many mail programs hide them.',
    course: (began: string, finished: string, waiting: string) =>
      `Began in this period: ${began}. Got the last mail: ${finished}. Under way now: ${waiting}.`,
    leftBefore: (reasons: string) => `Left before the first mail: ${reasons}.`,
    steps: 'Sent / opened by people / clicked by people',
    stepOf: (sent: string, opened: string, clicked: string) => `${sent} / ${opened} / ${clicked}`,
    newsletters: 'Newsletters',
    each: 'Each mail and link',
    showEach: (mails: number) => `Each mail, by language (${mails})`,
    links: 'Clicks by link',
    machines:
      'Raised a hand: asked for a call within a week after a click in the mail. We cannot see who answers a mail by mail: that goes to your own inbox.',
    columns: {
      mail: 'Mail',
      link: 'Link to',
      sent: 'Sent',
      delivered: 'Delivered',
      opened: 'Opened',
      clicked: 'Clicked',
      byMachines: '… by machines',
      raisedHand: 'Raised a hand',
      unsubscribed: 'Unsubscribed',
      hard: 'Refused for good',
      soft: 'Refused for now',
      refused: 'Not sent',
      complained: 'Marked as spam',
      left: 'Left after it',
    },
    ended: {
      unsubscribed: 'unsubscribed',
      suppressed: 'address refuses mail',
      'no-permission': 'no permission',
      'not-confirmed': 'did not confirm',
      'raised-hand': 'raised a hand',
      'handed-over': 'handed over',
      customer: 'became a customer',
      lost: 'lost',
      requested: 'had asked for it already',
      paused: 'paused',
      'sequence-removed': 'sequence removed',
      erased: 'erased',
      'by-hand': 'ended by a colleague',
    },
  },
};
