import type { Localised } from '../language.ts';
import type { ClassifiedReaction } from '../nurture/mail-scanners.ts';
import type { Mail } from '../nurture/mailing.ts';
import type { Explanation } from '../scoring/explain-events.ts';
import type { Instant } from '../time.ts';
import type { TimelineEvent } from '../tracking/timeline-kinds.ts';

/** What the page of one lead shows, besides the lead itself. */

/** An event of a timeline with what it earned. */
export interface ExplainedEvent {
  event: TimelineEvent;
  /** By each rule that it counts for; absent when it earns nothing by any. */
  earned?: readonly Explanation[];
  /** No click in a mail confirmed who did this. */
  isUnconfirmed?: true;
}

/** A mail, and the opens and clicks of it that do not count, such as those of machines. */
export interface MailOnPage {
  mail: Mail;
  uncounted: ClassifiedReaction[];
}

/** What somebody wrote who asked to talk to a person. */
export interface LeadMessage {
  at: Instant;
  form: string;
  title?: Localised;
  /** Empty if the form was sent without a message. */
  text: string;
  /** No click in a mail confirmed that it comes from the owner of the address. */
  isUnconfirmed?: true;
}
