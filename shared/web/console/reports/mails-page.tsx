import type { Language } from '../../../domain/language.ts';
import { isIssueSequence } from '../../../domain/nurture/newsletter-issue.ts';
import type { MailRow } from '../../../domain/reports/mails.ts';
import type { MailFigures, MailNames } from './figures.ts';
import { MailName } from './mail-name.tsx';
import { count } from './numbers.ts';
import { SequenceSteps } from './sequence-steps.tsx';
import { NumberTable } from './table.tsx';
import { reportWords } from './words.ts';

interface Props {
  report: MailFigures;
  language: Language;
  names: MailNames;
}

/** What became of the mails: each sequence as its steps, the newsletters, each mail by language and each link. */
export function MailsContent({ report, language, names }: Props) {
  const { nothing, mails: words } = reportWords[language];
  const busy = report.sequences.filter(
    ({ began, waiting, steps }) => began + waiting > 0 || steps.some(({ sent }) => sent > 0),
  );
  const issues = report.mails.filter(({ sequence }) => isIssueSequence(sequence));
  if (busy.length === 0 && report.mails.length === 0) return <p class="empty">{nothing}</p>;
  return (
    <>
      <p>{words.meaning}</p>
      {busy.map((sequence) => (
        <SequenceSteps sequence={sequence} language={language} names={names} />
      ))}
      {issues.length > 0 && (
        <section class="card">
          <h2>{words.newsletters}</h2>
          <MailTable caption={words.newsletters} mails={issues} language={language} names={names} />
        </section>
      )}
      <section class="card">
        <h2>{words.each}</h2>
        <details>
          <summary>{words.showEach(report.mails.length)}</summary>
          <MailTable caption={words.each} mails={report.mails} language={language} names={names} />
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
                count(language, clicked.people),
                count(language, clicked.machines),
              ]),
            )}
          />
        </details>
        <p class="quiet small">{words.machines}</p>
      </section>
    </>
  );
}

interface TableProps extends Omit<Props, 'report'> {
  caption: string;
  mails: readonly MailRow[];
}

function MailTable({ caption, mails, language, names }: TableProps) {
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
        ...[
          ...[mail.sent, mail.delivered, mail.opened.people, mail.opened.machines],
          ...[mail.clicked.people, mail.clicked.machines, mail.raisedHand, mail.unsubscribed],
          ...[mail.bounced.hard, mail.bounced.soft, mail.refused, mail.complained],
        ].map((one) => count(language, one)),
      ])}
    />
  );
}
