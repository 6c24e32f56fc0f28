import type { Desk, DeskList } from '../../../domain/console/waiting-lead.ts';
import type { Language } from '../../../domain/language.ts';

/** What a list of the desk shows. */
export interface DeskPageProps extends Desk {
  language: Language;
  timeZone: string;
  list: DeskList;
  /** The key of the next call that is logged from this page. */
  newKey: () => string;
  /** How many files all of it takes. */
  parts?: number;
  notice?: { text: string; isRefusal: boolean };
}
