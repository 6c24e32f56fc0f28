import type { LeadId, VisitorId } from '../../shared/domain/identity/ids.ts';
import type { Lead } from '../../shared/domain/identity/lead.ts';
import { newLead } from '../../shared/domain/identity/new-lead.ts';
import type {
  MailConsentChange,
  MailReaction,
  PageView,
  Stay,
  Submission,
  TrackedEvent,
} from '../../shared/domain/tracking/event.ts';

/** Builders of what tests are about: name only what matters for the test. */

export const LEAD = 'AAAAAAAAAAAAAAAAAAAAAA' as LeadId;
export const VISITOR = 'visitor-1' as VisitorId;
export const NOW = '2026-11-22T12:00:00.000Z';

let count = 0;
const base = (at: string) => ({ id: `event-${++count}`, at, receivedAt: at });

export function pageView(path: string, more: Partial<PageView> = {}): PageView {
  return { type: 'page', ...base(NOW), visitor: VISITOR, url: `https://example.nl${path}`, ...more };
}

export function stay(path: string, seconds: number, more: Partial<Stay> = {}): Stay {
  return { type: 'stay', ...base(NOW), visitor: VISITOR, url: `https://example.nl${path}`, seconds, ...more };
}

export function withdrawal(more: Partial<MailConsentChange> = {}): MailConsentChange {
  return { type: 'mail-consent', ...base(NOW), to: 'withdrawn', how: 'one-click', ...more };
}

export function tracked(name: string, more: Partial<TrackedEvent> = {}): TrackedEvent {
  return { type: 'track', ...base(NOW), visitor: VISITOR, name, ...more };
}

export function submission(form = 'whitepaper', more: Partial<Submission> = {}): Submission {
  const email = 'ann@example.nl';
  const permission = { wording: 'Yes, mail me tips', page: 'https://example.nl/whitepaper' };
  return { type: 'form', ...base(NOW), form, email, values: {}, locale: 'en', permission, ...more };
}

export function reaction(
  type: 'open' | 'click',
  mail: string,
  more: Partial<MailReaction> = {},
): MailReaction {
  return { type, ...base(NOW), id: `${type}-${mail}`, mail, ...more };
}

export function lead(more: Partial<Lead> = {}): Lead {
  return { ...newLead(LEAD), version: 1, playbook: 1, changedAt: NOW, ...more };
}
