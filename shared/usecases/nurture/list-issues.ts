import { assertMay, type Viewer } from '../../domain/console/viewer.ts';
import type { Localised } from '../../domain/language.ts';
import type { AudienceCount, IssueLine, IssueState } from '../../domain/nurture/audience/issue-line.ts';
import type { IssueStop } from '../../domain/nurture/audience/issue-stop.ts';
import { type IssueKey, issueDayStart, upcomingIssues } from '../../domain/nurture/newsletter-issue.ts';
import type { Issue } from '../../domain/nurture/sequence.ts';
import type { Instant } from '../../domain/time.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { allIssueStops, getIssueStop } from '../../store/nurture/issue-stops.ts';
import { type AudienceSystem, countAudience, listedReaders } from './count-audience.ts';

/** Of those that are over, the last. */
const MOST_OVER = 10;

/**
 * The issues of the published playbook, the next ones first, then the last ones. One read unit beside the playbook and the
 * lists of leads. @throws NotAllowed
 */
export async function listIssues(system: AudienceSystem, viewer: Viewer): Promise<IssueLine[]> {
  assertMay(viewer, 'see-playbook');
  const { table, now, playbook, directory } = system;
  const [rules, stops, { rows }] = await Promise.all([playbook(), allIssueStops(table), directory()]);
  const at = now();
  const { shownSubject } = await import('./shown-subject.ts');
  const lines = rules.newsletter.map((issue): IssueLine => {
    const stop = stops.find(({ mail, on }) => mail === issue.mail && on === issue.on);
    const state = stateOf(issue, stop, at);
    const heading = headingOf(issue, rules, shownSubject);
    const counted = state !== 'over' && { listed: listedReaders(rows.values(), issue).length };
    return { issue, state, heading, ...(stop && { stop }), ...counted };
  });
  const byDay = lines.sort((a, b) => (a.issue.on < b.issue.on ? -1 : 1));
  const over = byDay.filter(({ state }) => state === 'over').reverse();
  return [...byDay.filter(({ state }) => state !== 'over'), ...over.slice(0, MOST_OVER)];
}

/** One issue, and how many it will reach while that matters; undefined when the playbook has no such issue. @throws NotAllowed */
export async function readIssue(
  system: AudienceSystem,
  viewer: Viewer,
  { mail, on }: IssueKey,
): Promise<(IssueLine & { count?: AudienceCount; playbook: Playbook }) | undefined> {
  assertMay(viewer, 'see-playbook');
  const playbook = await system.playbook();
  const issue = playbook.newsletter.find((one) => one.mail === mail && one.on === on);
  if (issue === undefined) return undefined;
  const stop = await getIssueStop(system.table, issue);
  const state = stateOf(issue, stop, system.now());
  const count = state === 'over' ? undefined : await countAudience(system, viewer, issue);
  const { shownSubject } = await import('./shown-subject.ts');
  const heading = headingOf(issue, playbook, shownSubject);
  return { issue, state, heading, playbook, ...(stop && { stop }), ...(count && { count }) };
}

function stateOf(issue: Issue, stop: IssueStop | undefined, now: Instant): IssueState {
  if (upcomingIssues([issue], now).length === 0) return 'over';
  if (stop?.state === 'stopped') return 'stopped';
  return issueDayStart(issue) > now ? 'planned' : 'going';
}

function headingOf(
  { mail }: Issue,
  { mails }: Playbook,
  shown: (head: Playbook['mails'][string]['nl']) => string,
): Localised {
  const head = mails[mail];
  return head === undefined ? { nl: mail, en: mail } : { nl: shown(head.nl), en: shown(head.en) };
}
