import type { Localised } from '../../../domain/language.ts';
import type { MailingRules } from '../../../domain/nurture/mailing-rules.ts';
import { subjectOf } from '../../../domain/nurture/newsletter-issue.ts';
import type { Issue } from '../../../domain/nurture/sequence.ts';
import type { Problem } from '../../../domain/playbook/mistake.ts';
import { WEEKDAYS, weekdayOf } from '../../../domain/time-zone.ts';
import type { Finding, Path } from '../../mistake.ts';
import type { PlaybookContent } from '../../playbook.ts';
import { MAIL_FOR_EACH } from '../../remedies.ts';
import type { KnownNames } from '../unknown-name.ts';
import { noScore } from '../value-findings.ts';
import { testOfIssueFindings } from './ab-test-checks.ts';
import { pathFindings } from './start-checks.ts';

/** Issues that repeat a mail, or whose audience is empty. */
export function newsletterFindings(issues: readonly Issue[], names: KnownNames): Finding[] {
  const found = issues.flatMap(({ mail }, index): Finding[] => {
    const path = [index, 'mail'];
    if (!issues.slice(0, index).some((other) => other.mail === mail)) return [];
    const problem = {
      nl: `"${mail}" gaat al uit met een editie hierboven`,
      en: `"${mail}" is sent by an issue above`,
    };
    const remedy = { nl: 'schrijf voor elke editie een mail', en: 'write a mail for each issue' };
    return [{ path, problem, remedy }];
  });
  const isNewsletter = issues.some((issue) => issue.subject === undefined);
  if (isNewsletter && names.subjects?.includes('newsletter') === false) {
    found.push({
      path: [],
      problem: {
        nl: 'mensen zouden zich niet van de nieuwsbrief kunnen afmelden, want mailing.yaml heeft dat onderwerp niet',
        en: 'people could not unsubscribe from the newsletter, because mailing.yaml has no such subject',
      },
      remedy: {
        nl: 'zet newsletter onder subjects in mailing.yaml',
        en: 'add newsletter under subjects in mailing.yaml',
      },
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
  if (subject === 'newsletter') found.push({ path: [...path, 'subject'], ...BY_ITSELF });
  if (bands !== undefined && audience.bands !== undefined)
    found.push({ path: [...within, 'bands'], problem: TWICE, remedy: LEAVE_ONE_OUT, atKey: true });
  const { scoreFrom = 0, scoreBelow } = audience;
  if (scoreBelow !== undefined && scoreBelow <= scoreFrom)
    found.push({ path: [...within, 'scoreBelow'], ...noScore(scoreFrom, scoreBelow) });
  for (const [yes, no] of [
    ['knows', 'doesNotKnow'],
    ['requested', 'notRequested'],
    ['visited', 'notVisited'],
  ] as const) {
    const both = audience[no]?.findIndex((one) => audience[yes]?.includes(one)) ?? -1;
    if (both < 0) continue;
    const name = audience[no]?.[both];
    const problem = {
      nl: `"${name}" staat ook onder ${yes}, dus niemand krijgt hem`,
      en: `"${name}" is also under ${yes}, so nobody gets it`,
    };
    if (yes === 'knows' || audience[yes]?.length === 1)
      found.push({ path: [...within, no, both], problem, remedy: LEAVE_ONE_OUT });
  }
  return found;
}

const BY_ITSELF: Problem = {
  problem: {
    nl: 'een editie van de nieuwsbrief heeft dit onderwerp vanzelf',
    en: 'an issue of the newsletter has this subject by itself',
  },
  remedy: { nl: 'laat subject weg', en: 'leave subject out' },
};
const TWICE: Localised = { nl: 'de banden staan er twee keer', en: 'the bands are named twice' };
const LEAVE_ONE_OUT: Localised = { nl: 'laat een van de twee weg', en: 'leave one of them out' };

/** Issues on a day, or at a time of day, when no mail is sent. */
export function issuesOutsideHours({
  newsletter,
  mailing: { hours },
}: Pick<PlaybookContent, 'newsletter'> & { mailing: MailingRules }): Finding[] {
  return newsletter.flatMap(({ on, at }, index) => {
    const found: Finding[] = [];
    const day = WEEKDAYS[weekdayOf(on)] ?? 'sun';
    if (!hours.days.includes(day)) {
      const problem = {
        nl: `op ${on} (${day}) gaat er geen mail uit`,
        en: `${on} is a ${day}, when no mail is sent`,
      };
      const remedy = {
        nl: `kies een andere dag, of zet ${day} erbij onder hours in mailing.yaml`,
        en: `choose another day, or add ${day} under hours in mailing.yaml`,
      };
      found.push({ path: [index, 'on'], problem, remedy });
    }
    if (at !== undefined && (at < hours.from || at >= hours.to)) {
      const problem = { nl: `om ${at} gaat er geen mail uit`, en: `no mail is sent at ${at}` };
      const remedy = {
        nl: `kies een tijd van ${hours.from} tot ${hours.to}, of verander hours in mailing.yaml`,
        en: `choose a time from ${hours.from} to ${hours.to}, or change hours in mailing.yaml`,
      };
      found.push({ path: [index, 'at'], problem, remedy });
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
    const problem = {
      nl: `"${mail}" is ook een mail van de reeks "${name}", dus sommige mensen zouden hem twee keer krijgen`,
      en: `"${mail}" is also a mail of the sequence "${name}", so some people would get it twice`,
    };
    return [{ path: [index, 'mail'], problem, remedy: MAIL_FOR_EACH, isWarning: true }];
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
    const problem = {
      nl: `geen formulier vraagt toestemming voor "${subject}", dus dit bereikt alleen wie die elders gaf`,
      en: `no form asks permission for "${subject}", so this reaches only those whose permission came from elsewhere`,
    };
    const remedy = {
      nl: 'kies een onderwerp waar een formulier in forms.yaml om vraagt',
      en: 'choose a subject that a form in forms.yaml asks for',
    };
    return [{ path: [index, 'subject'], problem, remedy, isWarning: true }];
  });
}
