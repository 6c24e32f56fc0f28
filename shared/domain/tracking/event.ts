import type { z } from 'zod/mini';
import type { storedEvents } from './stored-event.ts';

type Stored = ReturnType<typeof storedEvents>;

/** What a browser did, by its visitor id: it looked at a page, or the website or product sent an event of its own. */
export type VisitorEvent = z.infer<Stored['visitorEvent']>;
/** What is known of a lead itself: its forms, its mails, and what other systems tell. */
export type LeadEvent = z.infer<Stored['leadEvent']>;
export type AnyEvent = VisitorEvent | LeadEvent;

type Of<T extends AnyEvent['type']> = Extract<AnyEvent, { type: T }>;

export type PageView = Of<'page'>;
export type Stay = Of<'stay'>;
export type TrackedEvent = Of<'track'>;
export type Submission = Of<'form'>;
export type Import = Of<'import'>;
export type MailReaction = Of<'open' | 'click'>;
export type MailConsentChange = Of<'mail-consent'>;
export type MailReport = Of<'delivery' | 'bounce' | 'complaint' | 'reject'>;

export type Campaign = NonNullable<VisitorEvent['campaign']>;
export type Permission = NonNullable<Submission['permission']>;
export type BotSign = NonNullable<VisitorEvent['bot']>;
export type MailBudgets = NonNullable<Submission['budgets']>;
export type SpamSign = NonNullable<Submission['spam']>;

/** The source of what a colleague changed on the page of a lead. */
export const CONSOLE = 'console';

/** A source of contact data and interest: a form, another system, or a colleague. */
export type LeadCapture = Submission | Import;

/** Whether an event is a form or an import; spam is none. */
export function isLeadCapture(event: AnyEvent): event is LeadCapture {
  return event.type === 'import' || (event.type === 'form' && event.spam === undefined);
}
