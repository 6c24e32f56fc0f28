import { type SesReport, sesReports } from '../../shared/domain/nurture/ses-reports.ts';

const people = { complained: 'complained', unsubscribed: 'unsubscribed' };
const addresses = {
  works: 'accepts mail',
  doubted: 'in doubt: the fifth in a row closes it',
  closed: 'closed',
};
const counters = { bounces: 'a bounce', complaints: 'a complaint' };

/** The table of `functions/feedback/README.md`: a row for each event of SES. */
export function sesReportsTable(): string {
  const head = ['event', 'SES says', 'mail and figures', 'person', 'address', 'brake'];
  return [head, head.map(() => '---'), ...sesReports.map(cells)]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function cells({ event, type, subType, says, means }: SesReport): string[] {
  const { outcome, person, address, brake } = means;
  const name = [event, type, subType]
    .filter((word, n, all) => word !== undefined && word !== all[n - 1])
    .join(', ');
  return [
    name,
    says,
    outcome ?? '',
    person === undefined ? '' : people[person],
    address === undefined ? '' : addresses[address],
    brake === undefined ? '' : counters[brake],
  ];
}
