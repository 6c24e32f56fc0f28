import { outcomeIncrements } from '../../domain/handover/stalled/outcomes.ts';
import { type ErasedLead, isErased, type Lead, type LeadImage } from '../../domain/identity/lead.ts';
import { handoverWindowMs } from '../../domain/nurture/ab-test/decision-time.ts';
import { incrementsOfChange } from '../../domain/reports/increments-of-change.ts';
import { mailFact } from '../../domain/reports/increments-of-mail.ts';
import type { Increment } from '../../domain/reports/totals.ts';
import { DAY_MS, plus } from '../../domain/time.ts';
import { getAbTest } from '../../store/nurture/ab-tests.ts';
import { getMail, testedMailsOf } from '../../store/nurture/mails.ts';
import type { Table } from '../../store/table.ts';
import { lastClickOf } from '../../store/tracking/history.ts';
import type { ReportSystem } from './read-framework.ts';
import { storeIncrements } from './store-increments.ts';

/** A hand that is raised so long after a click in a mail counts as an answer to the mail. */
const ANSWER_MS = 7 * DAY_MS;

/**
 * Stores what a change of a lead's record adds to the reports of the UTC day on which it changed. Most changes add
 * nothing. A change counts once, however often and in whatever order changes arrive.
 */
export async function recordReportMetrics(
  system: ReportSystem,
  before: LeadImage,
  after: LeadImage,
): Promise<void> {
  if (after === undefined) return;
  const increments = [
    ...incrementsOfChange(before, after),
    ...ofOutcome(before, after),
    ...(await ofRaisedHand(system.table, before, after)),
    ...(await ofTestedMails(system.table, before, after)),
  ];
  const key = `${after.id} ${after.version}`;
  const counted = isErased(after)
    ? { key, at: after.erasedAt }
    : { key, at: after.changedAt, lead: after.id };
  await storeIncrements(system, counted, increments);
}

/** How a lead ended with sales, by the traits that it had. */
function ofOutcome(before: LeadImage, after: Lead | ErasedLead): Increment[] {
  return before === undefined || isErased(before) || isErased(after) ? [] : outcomeIncrements(before, after);
}

/** The mail that made somebody ask for a call: the last one with a click in the week before. */
async function ofRaisedHand(table: Table, before: LeadImage, after: Lead | ErasedLead): Promise<Increment[]> {
  if (before === undefined || isErased(before) || isErased(after)) return [];
  const { raisedAt } = after;
  if (raisedAt === undefined || raisedAt === before.raisedAt) return [];
  const week = { from: plus(raisedAt, -ANSWER_MS), to: raisedAt };
  const click = await lastClickOf(table, after.id, week);
  const mail = click && (await getMail(table, click.mail, { isConsistent: false }));
  return mail === undefined ? [] : mailFact(mail, 'raisedHand').increments;
}

/** The mails after which somebody was handed over, of tests that measure it: only the first hand-over after a mail counts. */
async function ofTestedMails(
  table: Table,
  before: LeadImage,
  after: Lead | ErasedLead,
): Promise<Increment[]> {
  if (isErased(after) || after.handover === undefined) return [];
  const earlier = before === undefined || isErased(before) ? undefined : before.handover;
  const { number, openedAt } = after.handover;
  if (number === earlier?.number) return [];
  const tested = (await testedMailsOf(table, after.id)).filter(
    ({ at }) => at <= openedAt && at > (earlier?.openedAt ?? ''),
  );
  const mails = tested.map(async ({ mail: id, test, at }) => {
    const begun = await getAbTest(table, test, { isConsistent: false });
    const isCounted =
      begun?.test.measure === 'handed-over' && openedAt <= plus(at, handoverWindowMs(begun.test));
    const mail = isCounted ? await getMail(table, id, { isConsistent: false }) : undefined;
    return mail === undefined ? [] : mailFact(mail, 'handedOver').increments;
  });
  return (await Promise.all(mails)).flat();
}
