import type { Facet, FacetCounts } from '../../../domain/identity/directory/facets.ts';
import type { ListOrder } from '../../../domain/identity/directory/find.ts';
import type { DirectoryRow } from '../../../domain/identity/directory/row.ts';
import type { LeadId } from '../../../domain/identity/ids.ts';
import type { Language } from '../../../domain/language.ts';
import type { CountedNumber } from '../../../domain/reports/counted.ts';
import type { Period } from '../../../domain/reports/period.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { pages } from '../pages.ts';

/** A lead in the list. */
export interface ListedLead {
  row: DirectoryRow;
  email: string;
  values: Readonly<Record<string, string>>;
}

/** The number of a report whose leads are listed. */
export interface ShownBehind {
  number: Pick<CountedNumber, 'counted'>;
  /** What people call that under which it is counted; empty for all together. */
  name: string;
  /** It says how it is now, not what happened in a period. */
  isNow: boolean;
  period: Period;
  counted: number;
  times: number;
  ids: ReadonlySet<LeadId>;
  erased: number;
  unknown: number;
  takenOff: number;
  /** How many of its leads the viewer may not see. */
  hidden: number;
  since?: Instant | undefined;
}

export interface LeadsProps {
  language: Language;
  now: Instant;
  playbook: Pick<Playbook, 'scoring' | 'fit' | 'fields' | 'sales' | 'mailing' | 'forms' | 'sequences'>;
  /** What is asked, as it stands in the address; nothing is empty. */
  asked: Readonly<Record<string, string>>;
  order: ListOrder;
  leads: readonly ListedLead[];
  total: number;
  facets: FacetCounts;
  cut?: 'shown' | 'looked' | undefined;
  isPausedCut: boolean;
  isTooShort: boolean;
  behind?: ShownBehind | undefined;
  /** Whether the viewer sees only what was handed over. */
  isSales: boolean;
  /** How many files all of it takes. */
  parts: number;
  /** Where the next page begins. */
  next?: string | undefined;
}

/** The address of the list, or of its file, with these parameters. */
export function listLink(asked: Readonly<Record<string, string>>, ending = ''): string {
  const query = new URLSearchParams(asked).toString();
  return pages.leads + ending + (query && `?${query}`);
}

/** The address of the page that adds a person. */
export const addAddress = `${pages.leads}/add`;

/** What a value of a filter is called. */
export type NameOf = (facet: Facet, value: string) => string;
