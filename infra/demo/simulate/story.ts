import type { TwinMail } from './mail/mail-links.ts';
import type { Lead, Passerby } from './people/population.ts';
import type { ActionCounts } from './sales/action-counts.ts';
import type { SalesFigures } from './sales/sales-figures.ts';

/** What link scanners fetched; none of it was a person. */
export interface ScanCounts {
  images: number;
  links: number;
}

/** What happened in a simulation, as far as the people in it can see. */
export interface Story {
  leads: Lead[];
  passersby: Passerby[];
  mails: Omit<TwinMail, 'html' | 'text'>[];
  scanned: ScanCounts;
  sales: ActionCounts;
  began: Beginning;
}

/** When it began, in milliseconds, and what the reports had counted on that UTC day by then. */
interface Beginning {
  at: number;
  reported: SalesFigures;
}
