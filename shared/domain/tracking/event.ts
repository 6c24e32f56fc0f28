import type { VisitorId } from '../identity/ids.ts';
import type { Language } from '../language.ts';
import type { Instant } from '../time.ts';
import type { Campaign } from './page-url.ts';

/** What every event has. The id is the same however often the event is told. */
interface EventBase {
  id: string;
  at: Instant;
  /** When we heard of it; differs from `at` for what a browser kept while it was offline. */
  receivedAt: Instant;
}

/** Why an event is kept but earns nothing: no person did it. */
export type BotSign = 'user-agent' | 'prefetch';

/** Why a submission is kept but makes no lead. */
export type SpamSign = 'honeypot' | 'too-fast';

interface BrowserEvent extends EventBase {
  visitor: VisitorId;
  bot?: BotSign;
  url?: string;
  title?: string;
  referrer?: string;
  campaign?: Campaign;
  props?: Props;
}

export type Props = Record<string, string | number | boolean>;

/** Somebody looked at a page. */
export interface PageView extends BrowserEvent {
  type: 'page';
  name?: string;
  /** The landing key of the link of a mail that led here. */
  viaMail?: string;
}

/** The company's own event, told by its website or product. */
export interface TrackedEvent extends BrowserEvent {
  type: 'track';
  name: string;
}

/** Permission as the law wants it proven: what was agreed to, in which words, on which page; when is the event's time. */
export interface Permission {
  wording: string;
  page: string;
}

/** A form that was sent in. `values` holds only fields that the form has and that were filled in. */
export interface Submission extends EventBase {
  type: 'form';
  form: string;
  email: string;
  values: Record<string, string>;
  locale: Language;
  handRaise?: boolean;
  visitor?: VisitorId;
  permission?: Permission;
  page?: string;
  campaign?: Campaign;
  spam?: SpamSign;
}

/** A lead that another system told us of. Values and proofs as they were given. */
export interface Import extends EventBase {
  type: 'import';
  source: string;
  email: string;
  values: Record<string, string>;
  permission?: Permission;
  interest?: string;
}

/** A reaction to a mail: its first open, or the first click on one of its links. */
export interface MailReaction extends EventBase {
  type: 'open' | 'click';
  mail: string;
  link?: number;
}

/** What changed whether a lead may be mailed, besides the forms it sent in. */
export const MAIL_CONSENT_WAYS = [
  'confirmation',
  'unsubscribe-page',
  'one-click',
  'preferences',
  'complaint',
  'hard-bounce',
  'soft-bounces',
] as const;

/** The owner of the address confirmed the permission or took it back, or the address turned out not to take mail. */
export interface MailConsentChange extends EventBase {
  type: 'mail-consent';
  to: 'granted' | 'withdrawn';
  how: (typeof MAIL_CONSENT_WAYS)[number];
  /** The mail by whose link or fate it changed. */
  mail?: string;
}

/** What became of a mail, as the mail service reported it. */
export interface MailReport extends EventBase {
  type: 'delivery' | 'bounce' | 'complaint' | 'reject';
  mail: string;
  /** Of a bounce: the address takes no mail, took none this time, or took offence at this one mail. */
  bounce?: 'hard' | 'soft' | 'content';
  /** The mail service's own word for it. */
  reason?: string;
}

export type VisitorEvent = PageView | TrackedEvent;
export type LeadEvent = Submission | Import | MailReaction | MailConsentChange | MailReport;
export type AnyEvent = VisitorEvent | LeadEvent;

/** What tells us who somebody is and what they want: a form, or another system. */
export type LeadCapture = Submission | Import;

/** Whether an event is a form or an import; spam is none. */
export function isLeadCapture(event: AnyEvent): event is LeadCapture {
  return event.type === 'import' || (event.type === 'form' && event.spam === undefined);
}
