import type { Sequence } from '../../domain/nurture/sequence.ts';
import { WEEKDAYS, weekdayOf } from '../../domain/time-zone.ts';
import { matchesPath } from '../../domain/tracking/path-pattern.ts';
import type { WrittenMail } from '../mail-files/load-mails.ts';
import type { Finding } from '../mistake.ts';
import type { PlaybookContent } from '../playbook.ts';
import { absenceFindings } from './absence-checks.ts';

/** The checks that compare files, run once each file is valid by itself. */
export function combinationFindings(
  content: PlaybookContent,
  mails: readonly WrittenMail[],
): Partial<Record<keyof PlaybookContent, Finding[]>> {
  return {
    forms: content.mailing.doubleOptIn ? unconfirmedPermissions(content, mails) : [],
    sequences: Object.entries(content.sequences).flatMap(([name, sequence]) =>
      selfStarting(name, sequence, mails),
    ),
    newsletter: issuesOnFreeDays(content),
    sales: absenceFindings(content),
  };
}

/** Forms whose permission no mail asks to confirm: it would never count. */
function unconfirmedPermissions(
  { forms, sequences }: PlaybookContent,
  mails: readonly WrittenMail[],
): Finding[] {
  const confirms = (mail: string) =>
    mails.filter(({ name }) => name === mail).every(({ variables }) => variables.includes('confirmUrl'));
  const asks = (form: string) =>
    Object.values(sequences).some(
      ({ start, steps }) =>
        'form' in start &&
        start.form === form &&
        steps.some(({ kind, mail }) => kind === 'requested' && confirms(mail)),
    );
  return Object.entries(forms)
    .filter(([name, { permission }]) => permission !== undefined && !asks(name))
    .map(([name]) => ({
      path: [name, 'permission'],
      problem: 'no mail asks people to confirm this permission, so it would never count',
      remedy: `let this form start a sequence with a requested mail that has {{ confirmUrl }} in each language, or set doubleOptIn: false in mailing.yaml`,
    }));
}

/** A sequence that a click in its own mail would start again. */
function selfStarting(
  name: string,
  { again, start, steps }: Sequence,
  mails: readonly WrittenMail[],
): Finding[] {
  if (again === 'never' || !('visited' in start)) return [];
  const own = mails.filter(({ name: mail }) => steps.some((step) => step.mail === mail));
  return start.visited.flatMap((page, index) => {
    const mail = own.find(({ paths }) => paths.some((path) => matchesPath(path, [page])));
    if (mail === undefined) return [];
    const problem = `its own mail "${mail.name}" links to this page, which starts it again, so it would never end`;
    const remedy = 'write again: never, or link to another page';
    return [{ path: [name, 'start', 'visited', index], problem, remedy }];
  });
}

function issuesOnFreeDays({ newsletter, mailing: { hours } }: PlaybookContent): Finding[] {
  return newsletter.flatMap(({ on }, index) => {
    const day = WEEKDAYS[weekdayOf(on)] ?? 'sun';
    if (hours.days.includes(day)) return [];
    const remedy = `choose another day, or add ${day} under hours in mailing.yaml`;
    return [{ path: [index, 'on'], problem: `${on} is a ${day}, when no mail is sent`, remedy }];
  });
}
