import type { SesEvent } from '../../contract/ses-events.ts';
import { applyReport, classifyBounce } from '../../domain/nurture/feedback.ts';
import type { DeliveryOutcome, Mail, Mailing } from '../../domain/nurture/mailing.ts';
import type { Instant } from '../../domain/time.ts';
import type { MailConsentChange, MailReport } from '../../domain/tracking/event.ts';
import { changeMailing } from '../../store/nurture/mailing.ts';
import { markSent, recordDelivery } from '../../store/nurture/mails.ts';
import { countReport } from '../../store/nurture/sending-state.ts';
import type { Table } from '../../store/table.ts';
import { putLeadEvent } from '../../store/tracking/events.ts';

export interface FeedbackSystem {
  table: Table;
  now: () => Instant;
}

const OUTCOMES: Record<MailReport['type'], DeliveryOutcome> = {
  delivery: 'delivered',
  bounce: 'bounced',
  complaint: 'complained',
  reject: 'rejected',
};

/** SES did not try: the address bounced or complained before, so it does not count against us again. */
const NOT_TRIED = 'OnAccountSuppressionList';

/**
 * Records an SES event about one of our mails: on the mail, in the lead's history, and in the suppression of the
 * address. A repeated event changes nothing; an event about an erased mail is ignored.
 */
export async function recordFeedback(system: FeedbackSystem, event: SesEvent): Promise<void> {
  const id = event.mail.tags?.mail?.[0];
  if (id === undefined) return;
  // Confirms the sending even if the sender crashed before it could.
  if (event.eventType === 'Send') return void (await markSent(system.table, id, event.mail.timestamp));
  const report = reportOf(event, id, system.now());
  if (report === undefined) return;
  const mail = await recordDelivery(system.table, id, OUTCOMES[report.type], report.at);
  if (mail !== undefined) await recordReport(system, mail, report);
}

/** A delivery matters to the mailing state only after a soft bounce, so otherwise skip the read. */
async function recordReport({ table }: FeedbackSystem, mail: Mail, report: MailReport): Promise<void> {
  const { lead } = mail;
  if (report.type !== 'delivery' || mail.doubted) {
    const mailing = await changeMailing(table, lead, (before) => applyReport(before, report));
    const change = consentChange(mailing, report);
    if (change !== undefined) await putLeadEvent(table, lead, change);
  }
  await putLeadEvent(table, lead, report);
  if (report.reason === NOT_TRIED) return;
  const bounced = mail.kind === 'requested' ? 'unreachable' : 'bounces';
  if (report.type === 'bounce' && report.bounce === 'hard') await countReport(table, report, bounced);
  if (report.type === 'complaint') await countReport(table, report, 'complaints');
}

/** The withdrawal of the permission, if this report caused it. */
function consentChange({ suppressed }: Mailing, report: MailReport): MailConsentChange | undefined {
  const { mail, at, receivedAt } = report;
  if (suppressed === undefined || suppressed.at !== at || suppressed.why === 'unsubscribed') return undefined;
  const how = suppressed.why;
  return { type: 'mail-consent', id: `consent-${how}-${mail}`, at, receivedAt, to: 'withdrawn', how, mail };
}

function reportOf(
  event: Exclude<SesEvent, { eventType: 'Send' }>,
  mail: string,
  receivedAt: Instant,
): MailReport | undefined {
  const base = <T extends MailReport['type']>(type: T, at: Instant) => ({
    ...{ type, id: `${type}-${mail}`, at, receivedAt, mail },
  });
  switch (event.eventType) {
    case 'Delivery':
      return base('delivery', event.delivery.timestamp);
    case 'Bounce': {
      const { timestamp, bounceSubType } = event.bounce;
      return { ...base('bounce', timestamp), bounce: classifyBounce(event.bounce), reason: bounceSubType };
    }
    case 'Complaint':
      return { ...base('complaint', event.complaint.timestamp), ...reasonOf(event.complaint) };
    case 'Reject':
      return { ...base('reject', event.mail.timestamp), reason: event.reject.reason };
    case 'DeliveryDelay':
      return undefined;
  }
}

function reasonOf({ complaintFeedbackType }: { complaintFeedbackType?: string | undefined }) {
  return complaintFeedbackType === undefined ? {} : { reason: complaintFeedbackType };
}
