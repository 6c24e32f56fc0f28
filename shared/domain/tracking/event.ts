import type { VisitorId } from '../identity/ids.ts';
import type { Language } from '../language.ts';
import type { Instant } from '../time.ts';
import type { Campaign } from './page-url.ts';

/** What every event has. An event that is sent again has the same id. */
interface EventBase {
  id: string;
  at: Instant;
  /** When we received it; later than `at` when the browser was offline. */
  receivedAt: Instant;
}

/** What shows that a bot caused an event; it is stored but earns nothing. */
export type BotSign = 'user-agent' | 'prefetch';

/** Why a submission is spam; it is stored but makes no lead. */
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
  /** The click token, if a link in a mail led here. */
  viaMail?: string;
}

/** The company's own event, sent by its website or product. */
export interface TrackedEvent extends BrowserEvent {
  type: 'track';
  name: string;
}

/** Permission as the law wants it proven: in which words and on which page; the event says when. */
export interface Permission {
  wording: string;
  page: string;
}

/** A form that was sent. `values` holds the form's fields that were filled in. */
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

/** A lead from another system, with values and proofs as given. */
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

/** How mail consent changes, other than by a form. */
export const MAIL_CONSENT_WAYS = [
  'confirmation',
  'unsubscribe-page',
  'one-click',
  'preferences',
  'complaint',
  'hard-bounce',
  'soft-bounces',
] as const;

/** The owner of the address confirmed or withdrew permission, or the address turned out not to accept mail. */
export interface MailConsentChange extends EventBase {
  type: 'mail-consent';
  to: 'granted' | 'withdrawn';
  how: (typeof MAIL_CONSENT_WAYS)[number];
  /** The mail whose link or delivery changed it. */
  mail?: string;
}

/** What happened to a mail, as SES reported it. */
export interface MailReport extends EventBase {
  type: 'delivery' | 'bounce' | 'complaint' | 'reject';
  mail: string;
  /** The address accepts no mail, did not accept it this time, or refused the content of this mail. */
  bounce?: 'hard' | 'soft' | 'content';
  /** SES's own word for it. */
  reason?: string;
}

export type VisitorEvent = PageView | TrackedEvent;
export type LeadEvent = Submission | Import | MailReaction | MailConsentChange | MailReport;
export type AnyEvent = VisitorEvent | LeadEvent;

/** A source of contact data and interest: a form, or another system. */
export type LeadCapture = Submission | Import;

/** Whether an event is a form or an import; spam is none. */
export function isLeadCapture(event: AnyEvent): event is LeadCapture {
  return event.type === 'import' || (event.type === 'form' && event.spam === undefined);
}
