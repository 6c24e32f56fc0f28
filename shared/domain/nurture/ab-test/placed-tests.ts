import type { Instant } from '../../time.ts';
import { issueSendTime, issueSequenceName, type NewsletterRules } from '../newsletter-issue.ts';
import { timeZoneOf } from '../pace/sending-times.ts';
import type { AbTest } from './ab-test-rules.ts';
import { decisionTime } from './decision-time.ts';
import { contentOf } from './variants.ts';

/** A test, and the mail of the playbook that it is about. */
export interface PlacedTest {
  test: AbTest;
  /** The names that its mails have in the reports. */
  sequence: string;
  step: string;
  mail: string;
}

type Rules = Pick<NewsletterRules, 'sequences' | 'newsletter' | 'mailing'>;

/** All tests of a playbook. */
export function placedTests({ sequences, newsletter }: Omit<Rules, 'mailing'>): PlacedTest[] {
  return [
    ...Object.entries(sequences).flatMap(([sequence, { steps }]) =>
      steps.flatMap(({ id, mail, test }) => (test === undefined ? [] : [{ test, sequence, step: id, mail }])),
    ),
    ...newsletter.flatMap(({ mail, test, ...issue }) =>
      test === undefined ? [] : [{ test, sequence: issueSequenceName({ ...issue, mail }), step: mail, mail }],
    ),
  ];
}

/**
 * When a test may be decided. The mails of an issue that go to zones further east do not begin its time: that counts from
 * the first sending hour of the company.
 * @param begunAt when its first mail went out, if one did
 */
export function decidedFrom(
  { test, sequence }: PlacedTest,
  begunAt: Instant | undefined,
  { newsletter, mailing }: Rules,
  now: Instant,
): Instant {
  const timeZone = timeZoneOf(undefined, mailing);
  const issue = newsletter.find((one) => issueSequenceName(one) === sequence);
  const first = issue && issueSendTime(issue, mailing.hours, timeZone);
  const [begun = now] = [begunAt, first]
    .filter((at) => at !== undefined)
    .sort()
    .reverse();
  return decisionTime(test, begun, { now, timeZone });
}

/** A variant of a mail, as it is chosen by name: `test.variant`. */
export interface NamedVariant extends ReturnType<typeof contentOf> {
  name: string;
  test: string;
  variant: string;
}

/** The variants that tests compare a mail with. */
export function variantsOf(mail: string, rules: Omit<Rules, 'mailing'>): NamedVariant[] {
  return placedTests(rules).flatMap(({ test, ...placed }) =>
    placed.mail !== mail
      ? []
      : test.variants.map(({ name }) => ({
          ...{ name: `${test.name}.${name}`, test: test.name, variant: name },
          ...contentOf(test, name, mail),
        })),
  );
}
