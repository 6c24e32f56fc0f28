import type { Localised } from '../../language.ts';
import type { Day } from '../../time.ts';
import type { AbTest } from '../ab-test/ab-test-rules.ts';
import { mailsIn } from '../ab-test/variants.ts';
import type { EventStep } from '../event/event-rules.ts';
import type { NewsletterRules } from '../newsletter-issue.ts';
import type { Issue } from '../sequence.ts';

/**
 * Where the playbook sends a mail: as a step of a sequence, as an issue of the newsletter, or once. `test`: as a variant in
 * the test of this name.
 */
export type MailUse = { test?: string } & (
  | {
      /** The title of the sequence. */
      sequence: Localised;
      step: string;
      /** Which mail of the sequence it is, from 1, and of how many. */
      number: number;
      of: number;
      /** Delay after the start, such as `7d`. */
      after: string;
      /** When it is sent, counted from an event, instead of a delay after the start. */
      event?: EventStep | undefined;
    }
  | { newsletter: Day; isOnce?: true }
);

/** Where a mail is sent, sequences first. */
export function usesOf(
  mail: string,
  { sequences, newsletter }: Pick<NewsletterRules, 'sequences' | 'newsletter'>,
): MailUse[] {
  const inSequences = Object.values(sequences).flatMap(({ title, steps }) =>
    steps.flatMap((step, index) =>
      mailsIn(step).includes(mail)
        ? [
            {
              ...{ sequence: title, step: step.id, number: index + 1, of: steps.length },
              ...{ after: step.after ?? '0d', ...(step.event && { event: step.event }) },
              ...testOf(mail, step),
            },
          ]
        : [],
    ),
  );
  const issues = newsletter.filter((issue) => mailsIn(issue).includes(mail));
  return [...inSequences, ...issues.map((issue) => ({ ...issueUse(issue), ...testOf(mail, issue) }))];
}

function issueUse({ on, subject }: Issue): MailUse {
  return { newsletter: on, ...(subject !== undefined && { isOnce: true }) };
}

function testOf(mail: string, place: { mail: string; test?: AbTest | undefined }): { test?: string } {
  return place.test !== undefined && place.mail !== mail ? { test: place.test.name } : {};
}
