import { isIssueSequence } from '../../../domain/nurture/newsletter-issue.ts';
import type { MailMetric } from '../../../domain/reports/mail-metrics.ts';
import { mailName } from '../../../domain/reports/mail-names.ts';
import type { MailRow } from '../../../domain/reports/mails.ts';
import { AbTests } from './ab-tests/test-part.tsx';
import type { MailFigures, MailNames } from './figures.ts';
import { MailName } from './mail-name.tsx';
import { NumberLink } from './number-link.tsx';
import { SequenceSteps } from './sequence-steps.tsx';
import { NumberTable } from './table.tsx';
import type { ReportView } from './view.ts';
import { reportWords } from './words.ts';

interface Props {
  report: MailFigures;
  view: ReportView;
  names: MailNames;
}

/** What became of the mails: each sequence as its steps, the newsletters, each mail by language and each link. */
export function MailsContent({ report, view, names }: Props) {
  const { language } = view;
  const { nothing, mails: words } = reportWords[language];
  const busy = report.sequences.filter(
    ({ began, waiting, steps }) => began + waiting > 0 || steps.some(({ sent }) => sent > 0),
  );
  const issues = report.mails.filter(({ sequence }) => isIssueSequence(sequence));
  if (busy.length === 0 && report.mails.length + report.tests.length === 0)
    return <p class="empty">{nothing}</p>;
  return (
    <>
      <p>{words.meaning}</p>
      <AbTests rows={report.tests} view={view} names={names} />
      {busy.map((sequence) => (
        <SequenceSteps sequence={sequence} view={view} names={names} />
      ))}
      {issues.length > 0 && (
        <section class="card">
          <h2>{words.newsletters}</h2>
          <MailTable caption={words.newsletters} mails={issues} view={view} names={names} />
        </section>
      )}
      <section class="card">
        <h2>{words.each}</h2>
        <details>
          <summary>{words.showEach(report.mails.length)}</summary>
          <MailTable caption={words.each} mails={report.mails} view={view} names={names} />
        </details>
        <details>
          <summary>{words.links}</summary>
          <NumberTable
            caption={words.links}
            language={language}
            head={[words.columns.link, words.columns.mail, words.columns.clicked, words.columns.byMachines]}
            rows={report.mails.flatMap((mail) =>
              mail.links.map(({ target, clicked }) => [
                target,
                <MailName {...mail} names={names} />,
                ...[
                  { counted: 'link.clicked', value: clicked.people },
                  { counted: 'link.clickedByMachine', value: clicked.machines },
                ].map((number) => (
                  <NumberLink {...{ view, ...number }} under={`${nameOf(mail)} ${target}`} of={target} />
                )),
              ]),
            )}
          />
        </details>
        <p class="quiet small">{words.machines}</p>
      </section>
    </>
  );
}

/** The name under which the reports count a mail. */
const nameOf = ({ sequence, step, language }: MailRow) =>
  mailName({ sequence, step, locale: language ?? '' });

interface TableProps extends Omit<Props, 'report'> {
  caption: string;
  mails: readonly MailRow[];
}

function MailTable({ caption, mails, view, names }: TableProps) {
  const { language } = view;
  const { columns } = reportWords[language].mails;
  const all = [
    ...[columns.mail, columns.sent, columns.delivered, columns.opened, columns.byMachines],
    ...[columns.clicked, columns.byMachines, columns.raisedHand, columns.unsubscribed],
    ...[columns.hard, columns.soft, columns.refused, columns.complained],
  ];
  return (
    <NumberTable
      caption={caption}
      language={language}
      head={all}
      rows={mails.map((mail) => [
        <MailName {...mail} names={names} />,
        ...numbersOf(mail).map(([what, value]) => (
          <NumberLink
            {...{ view, value }}
            counted={`mail.${what}`}
            under={nameOf(mail)}
            of={`${names.ofMail(mail.mail, mail.step)} (${mail.language ?? '–'})`}
          />
        )),
      ])}
    />
  );
}

/** In the order of the columns. */
function numbersOf({ opened, clicked, bounced, ...mail }: MailRow): [MailMetric, number][] {
  return [
    ...([
      ['sent', mail.sent],
      ['delivered', mail.delivered],
    ] as const),
    ...([
      ['opened', opened.people],
      ['openedByMachine', opened.machines],
    ] as const),
    ...([
      ['clicked', clicked.people],
      ['clickedByMachine', clicked.machines],
    ] as const),
    ...([
      ['raisedHand', mail.raisedHand],
      ['unsubscribed', mail.unsubscribed],
    ] as const),
    ...([
      ['hardBounced', bounced.hard],
      ['softBounced', bounced.soft],
    ] as const),
    ...([
      ['refused', mail.refused],
      ['complained', mail.complained],
    ] as const),
  ].map(([what, value]) => [what, value]);
}
