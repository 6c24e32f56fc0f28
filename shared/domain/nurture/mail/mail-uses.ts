import type { Localised } from '../../language.ts';
import type { Day } from '../../time.ts';
import type { NewsletterRules } from '../newsletter-issue.ts';
import type { Issue } from '../sequence.ts';

/** Where the playbook sends a mail: as a step of a sequence, as an issue of the newsletter, or once. */
export type MailUse =
  | {
      /** The title of the sequence. */
      sequence: Localised;
      step: string;
      /** Which mail of the sequence it is, from 1, and of how many. */
      number: number;
      of: number;
      /** Delay after the start, such as `7d`. */
      after: string;
    }
  | { newsletter: Day; isOnce?: true };

/** Where a mail is sent, sequences first. */
export function usesOf(
  mail: string,
  { sequences, newsletter }: Pick<NewsletterRules, 'sequences' | 'newsletter'>,
): MailUse[] {
  const inSequences = Object.values(sequences).flatMap(({ title, steps }) =>
    steps.flatMap((step, index) =>
      step.mail === mail
        ? [{ sequence: title, step: step.id, number: index + 1, of: steps.length, after: step.after }]
        : [],
    ),
  );
  const issues = newsletter.filter((issue) => issue.mail === mail);
  return [...inSequences, ...issues.map(issueUse)];
}

function issueUse({ on, subject }: Issue): MailUse {
  return { newsletter: on, ...(subject !== undefined && { isOnce: true }) };
}
