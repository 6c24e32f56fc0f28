import type { MailingRules } from '../../../domain/nurture/mailing-rules.ts';
import { subjectOf } from '../../../domain/nurture/newsletter-issue.ts';
import type { Issue } from '../../../domain/nurture/sequence.ts';
import { WEEKDAYS, weekdayOf } from '../../../domain/time-zone.ts';
import type { Finding, Path } from '../../mistake.ts';
import type { PlaybookContent } from '../../playbook.ts';
import type { KnownNames } from '../unknown-name.ts';
import { testOfIssueFindings } from './ab-test-checks.ts';
import { pathFindings } from './start-checks.ts';

/** Issues that repeat a mail, or whose audience is empty. */
export function newsletterFindings(issues: readonly Issue[], names: KnownNames): Finding[] {
  const found = issues.flatMap(({ mail }, index): Finding[] => {
    const path = [index, 'mail'];
    if (!issues.slice(0, index).some((other) => other.mail === mail)) return [];
    return [{ path, problem: `"${mail}" is sent by an issue above`, remedy: 'write a mail for each issue' }];
  });
  const isNewsletter = issues.some((issue) => issue.subject === undefined);
  if (isNewsletter && names.subjects?.includes('newsletter') === false) {
    found.push({
      path: [],
      problem: 'people could not unsubscribe from the newsletter, because mailing.yaml has no such subject',
      remedy: 'add newsletter under subjects in mailing.yaml',
    });
  }
  const inEach = issues.flatMap((issue, index) => [
    ...audienceFindings([index], issue),
    ...(issue.test ? testOfIssueFindings([index, 'test'], issue.mail, issue.test) : []),
  ]);
  return [...found, ...inEach];
}

function audienceFindings(path: Path, { subject, bands, audience = {} }: Issue): Finding[] {
  const within = [...path, 'audience'];
  const found = (['visited', 'notVisited'] as const).flatMap((setting) =>
    (audience[setting] ?? []).flatMap((page, index) => pathFindings([...within, setting, index], page)),
  );
  const add = (at: Path, problem: string, remedy: string, more: Partial<Finding> = {}) =>
    found.push({ path: at, problem, remedy, ...more });
  if (subject === 'newsletter')
    add([...path, 'subject'], 'an issue of the newsletter has this subject by itself', 'leave subject out');
  if (bands !== undefined && audience.bands !== undefined)
    add([...within, 'bands'], 'the bands are named twice', 'leave one of them out', { atKey: true });
  const { scoreFrom = 0, scoreBelow } = audience;
  if (scoreBelow !== undefined && scoreBelow <= scoreFrom)
    add(
      [...within, 'scoreBelow'],
      `no score is at least ${scoreFrom} and below ${scoreBelow}`,
      `make it more than ${scoreFrom}`,
    );
  for (const [yes, no] of [
    ['knows', 'doesNotKnow'],
    ['requested', 'notRequested'],
    ['visited', 'notVisited'],
  ] as const) {
    const both = audience[no]?.findIndex((one) => audience[yes]?.includes(one)) ?? -1;
    if (both < 0) continue;
    const name = audience[no]?.[both];
    if (yes === 'knows' || audience[yes]?.length === 1)
      add(
        [...within, no, both],
        `"${name}" is also under ${yes}, so nobody gets it`,
        'leave one of them out',
      );
  }
  return found;
}

/** Issues on a day, or at a time of day, when no mail is sent. */
export function issuesOutsideHours({
  newsletter,
  mailing: { hours },
}: Pick<PlaybookContent, 'newsletter'> & { mailing: MailingRules }): Finding[] {
  return newsletter.flatMap(({ on, at }, index) => {
    const found: Finding[] = [];
    const day = WEEKDAYS[weekdayOf(on)] ?? 'sun';
    if (!hours.days.includes(day)) {
      const remedy = `choose another day, or add ${day} under hours in mailing.yaml`;
      found.push({ path: [index, 'on'], problem: `${on} is a ${day}, when no mail is sent`, remedy });
    }
    if (at !== undefined && (at < hours.from || at >= hours.to)) {
      const remedy = `choose a time from ${hours.from} to ${hours.to}, or change hours in mailing.yaml`;
      found.push({ path: [index, 'at'], problem: `no mail is sent at ${at}`, remedy });
    }
    return found;
  });
}

/** Issues whose mail is also a step of a sequence. */
export function issuesThatAreSteps({
  newsletter,
  sequences,
}: Pick<PlaybookContent, 'newsletter' | 'sequences'>): Finding[] {
  return newsletter.flatMap(({ mail }, index) => {
    const [name] =
      Object.entries(sequences).find(([, { steps }]) => steps.some((step) => step.mail === mail)) ?? [];
    if (name === undefined) return [];
    const problem = `"${mail}" is also a mail of the sequence "${name}", so some people would get it twice`;
    return [{ path: [index, 'mail'], problem, remedy: 'write a mail for each', isWarning: true }];
  });
}

/** One-time mails about a subject for which no form asks permission: they reach hardly anybody. */
export function unaskedSubjects({
  newsletter,
  forms,
}: Pick<PlaybookContent, 'newsletter' | 'forms'>): Finding[] {
  const isAsked = (subject: string) =>
    Object.values(forms).some(
      ({ permission, subjects }) => permission !== undefined && (subjects?.includes(subject) ?? true),
    );
  return newsletter.flatMap((issue, index) => {
    const subject = subjectOf(issue);
    if (issue.subject === undefined || isAsked(subject)) return [];
    const problem = `no form asks permission for "${subject}", so this reaches only those whose permission came from elsewhere`;
    const remedy = 'choose a subject that a form in forms.yaml asks for';
    return [{ path: [index, 'subject'], problem, remedy, isWarning: true }];
  });
}
