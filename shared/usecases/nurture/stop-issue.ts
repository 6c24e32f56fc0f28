import { assertMay, type Viewer } from '../../domain/console/viewer.ts';
import type { IssueChange } from '../../domain/nurture/audience/issue-line.ts';
import { goOnNow, stopNow } from '../../domain/nurture/audience/issue-stop.ts';
import { type IssueKey, issueDayStart, upcomingIssues } from '../../domain/nurture/newsletter-issue.ts';
import { type NewJob, putJob } from '../../store/jobs/jobs.ts';
import { getIssueStop, putIssueStop } from '../../store/nurture/issue-stops.ts';
import { untilWritten } from '../../store/until-written.ts';
import { recordLog } from '../console/record-log.ts';
import type { ReadSystem } from '../lead-system.ts';
import type { IssueRun } from './send-issue.ts';

/**
 * Stops an issue, or lets it go on. The stop is read before each page of readers and right before each mail, so only a
 * mail that is handed over in this very moment still goes out. Whoever did not get the issue because of a stop gets it when
 * it goes on; whoever got it does not get it again. Repeating it changes nothing.
 * @throws NotAllowed; any other error when the table refuses: try again
 */
export async function changeIssue(
  { table, now, playbook }: ReadSystem,
  viewer: Viewer,
  { mail, on }: IssueKey,
  to: 'stop' | 'go-on',
): Promise<IssueChange> {
  assertMay(viewer, 'change-nurture');
  const { newsletter } = await playbook();
  const issue = newsletter.find((one) => one.mail === mail && one.on === on);
  if (issue === undefined) return 'unknown';
  if (upcomingIssues([issue], now()).length === 0) return 'over';
  await recordLog({ table, now }, { who: viewer.email }, { kind: 'issue-changed', about: mail, detail: to });
  return untilWritten<IssueChange>(async () => {
    const colleague = { by: viewer.member ?? viewer.name, at: now() };
    const before = await getIssueStop(table, issue);
    const next = to === 'stop' ? stopNow(issue, before, colleague) : goOnNow(before, colleague);
    if (next === undefined) return 'repeated';
    // The job waits for what is written next: who dies in between leaves a job that waits until somebody goes on.
    if (to === 'go-on') {
      const at = [now(), issueDayStart(issue)].sort()[1] as string;
      await putJob(table, runAfterStop(issue, next.resumed), { at, since: at });
    }
    return (await putIssueStop(table, next)) === 'written' ? 'done' : 'conflict';
  });
}

/** The run through all readers after an issue was let go on for the nth time. */
function runAfterStop({ mail, on }: IssueKey, resumed: number): NewJob {
  const data: IssueRun = { mail, on, resumed };
  const key = `${on}#${mail}#${resumed}`;
  return { of: 'JOBS', kind: 'issue', key, by: 'timers', about: `issue-${key.replaceAll('#', '-')}`, data };
}
