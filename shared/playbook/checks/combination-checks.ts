import type { Sequence } from '../../domain/nurture/sequence.ts';
import type { WrittenMail } from '../mail-files/load-mails.ts';
import type { Finding } from '../mistake.ts';
import type { PlaybookContent } from '../playbook.ts';
import { absenceFindings } from './absence-checks.ts';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

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
    const mail = own.find(({ paths }) => paths.some((path) => matches(page, path)));
    if (mail === undefined) return [];
    return [
      {
        path: [name, 'start', 'visited', index],
        problem: `its own mail "${mail.name}" links to this page, which starts it again, so it would never end`,
        remedy: 'write again: never, or link to another page',
      },
    ];
  });
}

function matches(page: string, path: string): boolean {
  return page.endsWith('*') ? path.startsWith(page.slice(0, -1)) : path === page;
}

function issuesOnFreeDays({ newsletter, mailing: { hours } }: PlaybookContent): Finding[] {
  return newsletter.flatMap(({ on }, index) => {
    const day = WEEKDAYS[new Date(on).getUTCDay()] ?? 'sun';
    if (hours.days.includes(day)) return [];
    return [
      {
        path: [index, 'on'],
        problem: `${on} is a ${day}, when no mail is sent`,
        remedy: `choose another day, or add ${day} under hours in mailing.yaml`,
      },
    ];
  });
}
