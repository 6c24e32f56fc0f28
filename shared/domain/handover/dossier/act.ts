import type { Localised } from '../../language.ts';
import type { Instant } from '../../time.ts';

interface Done {
  /** When it was done last. */
  at: Instant;
  times: number;
}

/** A form that was sent in: a whitepaper requested, a newsletter asked for. */
export interface Asked extends Done {
  kind: 'asked';
  form: string;
  title?: Localised;
}

/** A page that was read. */
export interface Read extends Done {
  kind: 'read';
  title?: string;
  path: string;
}

/** A mail that was opened, or of which links were clicked. */
export interface Mailed extends Done {
  kind: 'mailed';
  mail: string;
  opened: boolean;
  clicks: number;
}

/** Something the company's website, product or another system told. */
export interface Did extends Done {
  kind: 'did';
  name: string;
  details: string[];
}

/** What a lead did, the way sales wants to hear it: a page that was read three times is one act of three times. */
export type Act = Asked | Read | Mailed | Did;
