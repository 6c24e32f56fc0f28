import type { Child } from 'hono/jsx';
import { may, type Viewer } from '../../../shared/domain/console/viewer.ts';
import type { ReadSystem } from '../../../shared/usecases/lead-system.ts';
import { readFramework } from '../../../shared/usecases/reports/read-framework.ts';
import { readFunnel } from '../../../shared/usecases/reports/read-funnel.ts';
import { readMails } from '../../../shared/usecases/reports/read-mails.ts';
import { readResponses } from '../../../shared/usecases/reports/read-responses.ts';
import { readReturns } from '../../../shared/usecases/reports/read-returns.ts';
import { pages } from '../../../shared/web/console/pages.ts';
import { FunnelContent } from '../../../shared/web/console/reports/funnel-page.tsx';
import { MailsContent } from '../../../shared/web/console/reports/mails-page.tsx';
import { Matrix } from '../../../shared/web/console/reports/matrix.tsx';
import * as files from '../../../shared/web/console/reports/report-files.ts';
import { ReportPage } from '../../../shared/web/console/reports/report-page.tsx';
import { ResponsesContent } from '../../../shared/web/console/reports/responses-page.tsx';
import { ReturnReasons } from '../../../shared/web/console/reports/return-reasons.tsx';
import type { ReportName, ReportView } from '../../../shared/web/console/reports/view.ts';
import { reportWords } from '../../../shared/web/console/reports/words.ts';

interface Report {
  content: Child;
  file: files.ReportFile;
}

const readers: Record<ReportName, (system: ReadSystem, view: ReportView, viewer: Viewer) => Promise<Report>> =
  {
    framework: async (system, { language }) => {
      const report = await readFramework(system);
      const { matrix } = reportWords[language];
      const content = (
        <section class="card">
          <p>{matrix.meaning}</p>
          <p class="quiet">{matrix.alsoNames}</p>
          <Matrix cells={report.cells} language={language} />
        </section>
      );
      return { content, file: files.frameworkFile(report) };
    },
    funnel: async (system, view) => {
      const [report, { sales }] = await Promise.all([
        readFunnel(system, { ...view.period, by: view.by }),
        system.playbook(),
      ]);
      const content = <FunnelContent report={report} view={view} currency={sales.currency} />;
      return { content, file: files.funnelFile(report) };
    },
    returns: async (system, view) => {
      const report = await readReturns(system, view.period);
      return {
        content: <ReturnReasons {...report} view={view} />,
        file: files.returnsFile(report),
      };
    },
    responses: async (system, view) => {
      const [times, { sales }] = await Promise.all([readResponses(system, view.period), system.playbook()]);
      const nameOf = (member: string) => sales.team[member]?.name ?? member;
      return {
        content: <ResponsesContent times={times} view={view} nameOf={nameOf} />,
        file: files.responsesFile(times),
      };
    },
    mails: async (system, view, viewer) => {
      const { period, language } = view;
      const [report, { sequences, mails, mailing }, { shownSubject }] = await Promise.all([
        readMails(system, period),
        system.playbook(),
        import('../../../shared/usecases/nurture/shown-subject.ts'),
      ]);
      const names = {
        ofSequence: (sequence: string) => sequences[sequence]?.title[language] ?? sequence,
        ofMail: (mail: string | null, step: string) => {
          const head = mail === null ? undefined : mails[mail]?.[language];
          return head === undefined ? step : shownSubject(head);
        },
        ofSubject: (subject: string) => shownSubject({ subject, preheader: '' }),
        timeZone: mailing.timeZone,
        ...(may(viewer, 'see-playbook') && { preview: previewLink }),
      };
      return {
        content: <MailsContent report={report} view={view} names={names} />,
        file: files.mailsFile(report),
      };
    },
  };

function previewLink(mail: string, language: string | null): string {
  return `${pages.mails}/${mail}${language === null ? '' : `?in=${language}`}`;
}

/** Reads a report, for a page and for a file. */
export function readReport(system: ReadSystem, view: ReportView, viewer: Viewer): Promise<Report> {
  return readers[view.report](system, view, viewer);
}

/** The page of a report. */
export function reportPage(view: ReportView, { content }: Report): { title: string; content: Child } {
  const title = reportWords[view.language].titles[view.report];
  return { title, content: <ReportPage view={view}>{content}</ReportPage> };
}
