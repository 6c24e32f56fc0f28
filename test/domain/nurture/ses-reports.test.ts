import { describe, expect, it } from 'vitest';
import { type Meaning, meaningOf, sesReports } from '../../../shared/domain/nurture/ses-reports.ts';

const closed: Meaning = { outcome: 'bounced', address: 'closed', brake: 'bounces' };
const doubted: Meaning = { outcome: 'bounced', address: 'doubted' };
const complained: Meaning = { outcome: 'complained', person: 'complained', brake: 'complaints' };

describe('what SES reports', () => {
  it.each<[event: string, type: string, subType: string, Meaning]>([
    ['Send', '', '', { outcome: 'sent' }],
    ['Delivery', '', '', { outcome: 'delivered', address: 'works' }],
    ['DeliveryDelay', '', '', {}],
    ['Reject', '', '', { outcome: 'rejected' }],
    ['Rendering Failure', '', '', { outcome: 'rejected' }],
    ['Bounce', 'Permanent', 'General', closed],
    ['Bounce', 'Permanent', 'NoEmail', closed],
    ['Bounce', 'Permanent', 'Suppressed', closed],
    ['Bounce', 'Permanent', 'OnAccountSuppressionList', { outcome: 'bounced', address: 'closed' }],
    ['Bounce', 'Permanent', 'UnsubscribedRecipient', { outcome: 'rejected', person: 'unsubscribed' }],
    ['Bounce', 'Permanent', 'Unheard', closed],
    ['Bounce', 'Transient', 'General', doubted],
    ['Bounce', 'Transient', 'MailboxFull', doubted],
    ['Bounce', 'Transient', 'CustomTimeoutExceeded', doubted],
    ['Bounce', 'Transient', 'MessageTooLarge', { outcome: 'bounced' }],
    ['Bounce', 'Transient', 'ContentRejected', { outcome: 'bounced' }],
    ['Bounce', 'Transient', 'AttachmentRejected', { outcome: 'bounced' }],
    ['Bounce', 'Transient', '', doubted],
    ['Bounce', 'Undetermined', 'Undetermined', doubted],
    ['Bounce', 'Unheard', 'General', doubted],
    ['Bounce', '', '', doubted],
    ['Complaint', 'abuse', 'OnAccountSuppressionList', { outcome: 'rejected', person: 'complained' }],
    ['Complaint', '', 'OnAccountSuppressionList', { outcome: 'rejected', person: 'complained' }],
    ['Complaint', 'abuse', '', complained],
    ['Complaint', 'fraud', '', complained],
    ['Complaint', 'other', '', complained],
    ['Complaint', '', '', complained],
    ['Complaint', 'not-spam', '', {}],
    ['Complaint', 'auth-failure', '', { brake: 'complaints' }],
    ['Complaint', 'virus', '', { brake: 'complaints' }],
    ['Subscription', 'unsubscribeAll', '', { person: 'unsubscribed' }],
    ['Subscription', 'topics', '', {}],
    ['Open', '', '', {}],
    ['Click', '', '', {}],
    ['Unheard', '', '', {}],
    ['', '', '', {}],
  ])('as %s %s %s means one thing', (event, type, subType, meaning) => {
    const told = { event: event || undefined, type: type || undefined, subType: subType || undefined };
    expect(meaningOf(told)).toEqual(meaning);
  });

  it('is read however SES writes it', () => {
    expect(meaningOf({ event: 'RENDERING_FAILURE' })).toEqual({ outcome: 'rejected' });
    expect(meaningOf({ event: 'delivery-delay' })).toEqual({});
    expect(meaningOf({ event: 'bounce', type: 'permanent', subType: 'on account suppression_list' })).toEqual(
      {
        ...{ outcome: 'bounced', address: 'closed' },
      },
    );
  });

  it('is explained in words of its own for each row', () => {
    for (const { says } of sesReports) expect(says).toMatch(/^[a-zS].{10,}/);
    const rows = sesReports.map(({ event, type, subType }) => [event, type, subType].join());
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows).toContain('Bounce,any other,any other');
    expect(rows.at(-1)).toBe('any other,,');
  });
});
