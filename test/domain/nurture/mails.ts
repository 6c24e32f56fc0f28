import { randomBytes } from 'node:crypto';
import type { Mail } from '../../../shared/domain/nurture/mailing.ts';
import { LEAD, NOW } from '../builders.ts';

/** A mail sent an hour ago; name only what matters for the test. */
export function mail(more: Partial<Mail> = {}): Mail {
  const sentAt = new Date(Date.parse(NOW) - 3_600_000).toISOString();
  return {
    id: randomBytes(16).toString('base64url'),
    lead: LEAD,
    sequence: 'whitepaper-tips',
    step: 'tip-1',
    subject: 'tips',
    heading: 'Ask one thing less',
    kind: 'marketing',
    tracked: true,
    links: [
      'https://www.example.com/guides/x?a=b#top',
      'https://other.example/page?x=1',
      'https://www.example.com/',
    ],
    playbook: 1,
    claimedAt: sentAt,
    sentAt,
    clicks: {},
    ...more,
  };
}
