import type { Localised } from '../../language.ts';
import type { Instant } from '../../time.ts';

interface Occurrence {
  /** The last time. */
  at: Instant;
  times: number;
}

/** A form that was submitted: a whitepaper request, a newsletter sign-up. */
interface FormSubmitted extends Occurrence {
  kind: 'asked';
  form: string;
  title?: Localised;
}

/** A page that was read. */
interface PageRead extends Occurrence {
  kind: 'read';
  title?: string;
  path: string;
}

/** A mail that was opened or clicked. */
interface MailReaction extends Occurrence {
  kind: 'mailed';
  mail: string;
  opened: boolean;
  clicks: number;
}

/** An event of the website, the product or another system. */
interface OtherActivity extends Occurrence {
  kind: 'did';
  name: string;
  details: string[];
}

/** Something a lead did, grouped for sales: a page read three times is one activity with `times` 3. */
export type Activity = FormSubmitted | PageRead | MailReaction | OtherActivity;
