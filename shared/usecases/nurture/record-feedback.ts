import type { SesEvent } from '../../contract/ses-events.ts';
import { applyReport, classifyBounce } from '../../domain/nurture/feedback.ts';
import type { DeliveryOutcome, Mail, Mailing } from '../../domain/nurture/mailing.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import type { MailConsentChange, MailReport } from '../../domain/tracking/event.ts';
import { changeMailing } from '../../store/nurture/mailing.ts';
import { markSent, recordDelivery } from '../../store/nurture/mails.ts';
import { addSendingCounts } from '../../store/nurture/sending-state.ts';
import type { Table } from '../../store/table.ts';
import { putLeadEvent } from '../../store/tracking/events.ts';

export interface FeedbackSystem {
  table: Table;
  now: () => Instant;
}

const fates: Record<MailReport['type'], DeliveryOutcome> = {
  delivery: 'delivered',
  bounce: 'bounced',
  complaint: 'complained',
  reject: 'rejected',
};

/** SES did not even try: the address bounced or complained before, and does not count against us again. */
const NOT_TRIED = 'OnAccountSuppressionList';

/**
 * Takes in what SES tells of one of our mails: its fate, a part of the lead's history, and what follows for more
 * mail to this person. The same told again changes nothing; a mail that is gone is nobody's any more.
 */
export async function recordFeedback(system: FeedbackSystem, event: SesEvent): Promise<void> {
  const id = event.mail.tags?.mail?.[0];
  if (id === undefined) return;
  // It was sent, also if whoever sent it did not live to write that down.
  if (event.eventType === 'Send') return void (await markSent(system.table, id, event.mail.timestamp));
  const report = reportOf(event, id, system.now());
  if (report === undefined) return;
  const mail = await recordDelivery(system.table, id, fates[report.type], report.at);
  if (mail !== undefined) await recordReport(system, mail, report);
}

/** A delivery changes nothing for the person unless mail bounced before: then it need not even be read. */
async function recordReport({ table, now }: FeedbackSystem, mail: Mail, report: MailReport): Promise<void> {
  const { lead } = mail;
  if (report.type !== 'delivery' || mail.doubted) {
    const mailing = await changeMailing(table, lead, (before) => applyReport(before, report));
    const change = consentChange(mailing, report);
    if (change !== undefined) await putLeadEvent(table, lead, change);
  }
  const written = await putLeadEvent(table, lead, report);
  if (written === 'conflict' || report.reason === NOT_TRIED) return;
  if (report.bounce === 'hard') await addSendingCounts(table, dayOf(now()), { bounces: 1 });
  if (report.type === 'complaint') await addSendingCounts(table, dayOf(now()), { complaints: 1 });
}

/** The end of the permission, when this report brought it. */
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
  const told = (type: MailReport['type'], at: Instant) => ({
    ...{ type, id: `${type}-${mail}`, at, receivedAt, mail },
  });
  switch (event.eventType) {
    case 'Delivery':
      return told('delivery', event.delivery.timestamp);
    case 'Bounce': {
      const { timestamp, bounceSubType } = event.bounce;
      return { ...told('bounce', timestamp), bounce: classifyBounce(event.bounce), reason: bounceSubType };
    }
    case 'Complaint':
      return { ...told('complaint', event.complaint.timestamp), ...reasonOf(event.complaint) };
    case 'Reject':
      return { ...told('reject', event.mail.timestamp), reason: event.reject.reason };
    case 'DeliveryDelay':
      return undefined;
  }
}

function reasonOf({ complaintFeedbackType }: { complaintFeedbackType?: string | undefined }) {
  return complaintFeedbackType === undefined ? {} : { reason: complaintFeedbackType };
}
