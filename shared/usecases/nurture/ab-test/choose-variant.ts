import { isErased } from '../../../domain/identity/lead.ts';
import type { AbTest } from '../../../domain/nurture/ab-test/ab-test-rules.ts';
import { assignVariant } from '../../../domain/nurture/ab-test/assign-variant.ts';
import { decidedFrom } from '../../../domain/nurture/ab-test/placed-tests.ts';
import { contentOf, FIRST, type MailVariant } from '../../../domain/nurture/ab-test/variants.ts';
import type { Mail } from '../../../domain/nurture/mailing.ts';
import type { Step } from '../../../domain/nurture/sequence.ts';
import type { Recipient } from '../../../domain/nurture/stop-conditions.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { getAbTest, moveTestDue, putAbTest } from '../../../store/nurture/ab-tests.ts';
import type { Table } from '../../../store/table.ts';

/** The mail of a step for one person: what it is made of, and the variant that it is. */
export type ChosenMail = ReturnType<typeof contentOf> & { variant?: MailVariant };

interface Choice extends Pick<Recipient, 'lead'> {
  sequence: string;
  step: Step;
  playbook: Playbook;
  /** The mail that is sent again: it stays as it was. */
  repeated?: Pick<Mail, 'test'> | undefined;
}

/**
 * The mail of a step for one person. A step without a test costs nothing; with one it takes half a read unit, and the first
 * mail that counts stores that the test began.
 */
export async function chooseVariant(
  system: { table: Table; now: () => Instant },
  { sequence, step, repeated, ...choice }: Choice,
): Promise<ChosenMail> {
  const { test } = step;
  const variant =
    repeated === undefined
      ? test && (await variantOf(system, { ...choice, sequence, step, test }))
      : repeated.test;
  if (variant === undefined) return { mail: step.mail };
  return { ...contentOf(test ?? { variants: [] }, variant.variant, step.mail), variant };
}

async function variantOf(
  { table, now }: { table: Table; now: () => Instant },
  { lead, sequence, step, playbook, test }: Omit<Choice, 'repeated'> & { test: AbTest },
): Promise<MailVariant> {
  if (lead === undefined || isErased(lead)) return { test: test.name, variant: FIRST, counts: false };
  const begun = await getAbTest(table, test.name, { isConsistent: false });
  const recipient = { lead: lead.id, isTracked: lead.tracking === 'granted' };
  const variant = assignVariant(test, recipient, begun?.decision?.chosen);
  if (begun?.decision !== undefined || begun?.due !== undefined || !variant.counts) return variant;
  const placed = { test, sequence, step: step.id, mail: step.mail };
  const due = decidedFrom(placed, begun?.begunAt ?? now(), playbook, now());
  if (begun === undefined) await putAbTest(table, { ...placed, begunAt: now(), due });
  // The playbook had it no longer for a while.
  else await moveTestDue(table, test.name, due);
  return variant;
}
