import type { Localised } from '../../language.ts';
import type { Instant } from '../../time.ts';

interface Occurrence {
  /** When it was done last. */
  at: Instant;
  times: number;
}

/** A form that was sent in: a whitepaper requested, a newsletter asked for. */
export interface FormSubmitted extends Occurrence {
  kind: 'asked';
  form: string;
  title?: Localised;
}

/** A page that was read. */
export interface PageRead extends Occurrence {
  kind: 'read';
  title?: string;
  path: string;
}

/** A mail that was opened, or of which links were clicked. */
export interface MailReaction extends Occurrence {
  kind: 'mailed';
  mail: string;
  opened: boolean;
  clicks: number;
}

/** Something the company's website, product or another system told. */
export interface OtherActivity extends Occurrence {
  kind: 'did';
  name: string;
  details: string[];
}

/** What a lead did, the way sales wants to hear it: a page that was read three times is one act of three times. */
export type Activity = FormSubmitted | PageRead | MailReaction | OtherActivity;
