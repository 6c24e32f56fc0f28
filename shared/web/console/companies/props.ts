import type { CompanyPage } from '../../../domain/identity/company.ts';
import type { Language } from '../../../domain/language.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Playbook } from '../../../playbook/playbook.ts';

/** What the page of a company shows. */
export interface CompanyProps {
  language: Language;
  timeZone: string;
  company: CompanyPage;
  playbook: Pick<Playbook, 'forms' | 'fields' | 'sales'>;
  now: Instant;
  /** Whether this is not the first page. */
  isLater: boolean;
  /** What became of giving it to somebody; `taken`: a colleague was first. */
  outcome?: 'given' | 'nobody' | 'taken' | undefined;
}
