import type { SesEvent } from '../../contract/ses-events.ts';
import { isErased } from '../../domain/identity/lead.ts';
import { applyReport, stoppedBy } from '../../domain/nurture/feedback.ts';
import type { DeliveryOutcome, Mail } from '../../domain/nurture/mailing.ts';
import { type Meaning, meaningOf, reportedMetric } from '../../domain/nurture/ses-reports.ts';
import type { Instant } from '../../domain/time.ts';
import type { MailConsentChange, MailReport } from '../../domain/tracking/event.ts';
import { getLead } from '../../store/identity/leads.ts';
import { changeMailing, removeMailing } from '../../store/nurture/mailing.ts';
import { getMail, markSent, recordDelivery } from '../../store/nurture/mails.ts';
import { countReport } from '../../store/nurture/sending-state.ts';
import type { Table } from '../../store/table.ts';
import { putLeadEvent, removeLeadEvent } from '../../store/tracking/events.ts';
import { countReported, countUnsubscribed } from '../reports/count-mail.ts';

export interface FeedbackSystem {
  table: Table;
  now: () => Instant;
}

interface Report {
  mail: string;
  at: Instant;
  receivedAt: Instant;
  means: Meaning;
  /** SES's own word for it. */
  reason?: string | undefined;
}

/**
 * Records an SES event about one of our mails: on the mail, in the lead's history, and in the suppression of the
 * address. A repeated event changes nothing; an event about an erased mail is ignored.
 */
export async function recordFeedback(system: FeedbackSystem, event: SesEvent): Promise<void> {
  const { table } = system;
  const id = event.mail?.tags?.mail?.[0];
  if (id === undefined) return;
  const report = reportOf(event, id, system.now());
  const { outcome } = report.means;
  if (Object.keys(report.means).length === 0) return;
  // Confirms the sending even if the sender crashed before it could.
  if (outcome === 'sent') return void (await markSent(table, id, report.at));
  const mail = await (outcome === undefined
    ? getMail(table, id)
    : recordOutcome(system, id, outcome, report));
  if (mail !== undefined) await recordReport(system, mail, report);
}

/** Stores what became of a mail, and counts it. @returns the mail; undefined when it is gone */
async function recordOutcome(
  system: FeedbackSystem,
  id: string,
  outcome: DeliveryOutcome,
  { at, means }: Report,
): Promise<Mail | undefined> {
  const metric = reportedMetric(outcome, means);
  const mail = await recordDelivery(system.table, id, outcome, { at, metric });
  if (mail !== undefined) await countReported(system, mail, metric);
  return mail;
}

/** Only a report that changes more than the history is worth reading the lead. */
async function recordReport(system: FeedbackSystem, mail: Mail, report: Report): Promise<void> {
  const { table } = system;
  const { means } = report;
  const isRoutine = means.outcome === 'delivered' && !mail.doubted;
  if (!isRoutine && (await isForgotten(table, mail))) return;
  const events = [...(isRoutine ? [] : await stopMail(system, mail, report)), ...historyOf(report)];
  for (const event of events) await putLeadEvent(table, mail.lead, event);
  const isUnreachable = means.brake === 'bounces' && mail.kind === 'requested';
  if (means.brake !== undefined)
    await countReport(table, report, isUnreachable ? 'unreachable' : means.brake);
  // An erasure since may have missed what was written.
  if (isRoutine || !(await isForgotten(table, mail))) return;
  for (const event of events) await removeLeadEvent(table, mail.lead, event);
}

/** Changes the mailing state. @returns the withdrawal of the permission, if mail stops by this report */
async function stopMail(
  system: FeedbackSystem,
  stopping: Mail,
  report: Report,
): Promise<MailConsentChange[]> {
  const { means, receivedAt } = report;
  const mailing = await changeMailing(system.table, stopping.lead, (before) =>
    applyReport(before, report, means),
  );
  const stopped = stoppedBy(mailing, report, means);
  if (stopped === undefined) return [];
  const { why, at, mail } = stopped;
  if (why === 'unsubscribed') await countUnsubscribed(system, stopping, at);
  const how = why === 'unsubscribed' ? 'one-click' : why;
  return [{ type: 'mail-consent', id: `consent-${why}-${mail}`, at, receivedAt, to: 'withdrawn', how, mail }];
}

/** Whether the person of a mail was erased since it was sent. Then also removes what may be left of the mailing state. */
async function isForgotten(table: Table, { lead: id, claimedAt }: Mail): Promise<boolean> {
  const lead = await getLead(table, id);
  if (lead !== undefined && !isErased(lead)) return (lead.erasedAt ?? '') > claimedAt;
  await removeMailing(table, id);
  return true;
}

function historyOf({ means: { outcome, address }, mail, at, receivedAt, reason }: Report): MailReport[] {
  const base = <T extends MailReport['type']>(type: T) => ({
    ...{ type, id: `${type}-${mail}`, at, receivedAt, mail, ...(reason && { reason }) },
  });
  switch (outcome) {
    case 'delivered':
      return [base('delivery')];
    case 'bounced':
      return [
        {
          ...base('bounce'),
          bounce: address === 'closed' ? 'hard' : address === 'doubted' ? 'soft' : 'content',
        },
      ];
    case 'complained':
      return [base('complaint')];
    case 'rejected':
      return [base('reject')];
    default:
      return [];
  }
}

function reportOf(event: SesEvent, mail: string, now: Instant): Report {
  const { eventType, bounce, complaint, delivery, reject, subscription } = event;
  const about = { bounce, complaint, delivery, subscription }[eventType?.toLowerCase() ?? ''];
  const at = about?.timestamp ?? event.mail?.timestamp ?? now;
  const report = (means: Meaning, reason?: string): Report => ({ mail, at, receivedAt: now, means, reason });
  const kind = { event: eventType };
  switch (eventType) {
    case 'Bounce': {
      const { bounceType: type, bounceSubType: subType } = bounce ?? {};
      return report(meaningOf(isOfOthers(event) ? kind : { ...kind, type, subType }), subType);
    }
    case 'Complaint': {
      const { complaintFeedbackType: type, complaintSubType: subType } = complaint ?? {};
      return report(meaningOf({ ...kind, type, subType }), subType ?? type);
    }
    case 'Subscription': {
      const isAll = subscription?.newTopicPreferences?.unsubscribeAll === true;
      return report(meaningOf({ ...kind, ...(isAll && { type: 'unsubscribeAll' }) }));
    }
    default:
      return report(meaningOf(kind), reject?.reason);
  }
}

/** Whether a bounce names only addresses that the mail did not go to, as when a mailbox forwards its mail to a dead one. */
function isOfOthers({ mail, bounce }: SesEvent): boolean {
  const ours = (mail?.destination ?? []).flatMap((each) => (each === undefined ? [] : plain(each)));
  const named = (bounce?.bouncedRecipients ?? []).flatMap((each) => each?.emailAddress ?? []).map(plain);
  return ours.length > 0 && named.length > 0 && !named.some((each) => ours.includes(each));
}

/** `Ann <Ann@Example.nl>` as `ann@example.nl`. */
function plain(recipient: string): string {
  return (/<([^<>]+)>\s*$/.exec(recipient)?.[1] ?? recipient).trim().toLowerCase();
}
