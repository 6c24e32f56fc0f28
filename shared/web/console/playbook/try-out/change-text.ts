import type { Language } from '../../../../domain/language.ts';
import { isIssueSequence } from '../../../../domain/nurture/newsletter-issue.ts';
import type { LeadChange } from '../../../../domain/playbook/try-out/lead-changes.ts';
import { tryOutWords } from './words.ts';

/** How people know the sequences and mails of a playbook; those that only the draft has are known by their key. */
export interface Named {
  sequenceTitle: (sequence: string) => string | undefined;
  mailTitle: (mail: string) => string | undefined;
}

/** A change of a lead as people read it. */
export function changeTextOf(language: Language, change: LeadChange, named: Named): string {
  const words = tryOutWords[language];
  switch (change.kind) {
    case 'handed-over':
      return words.sales['handed-over'](words.sales.reasons[change.reason]);
    case 'crosses':
    case 'falls-back':
      return words.sales[change.kind];
    case 'fit':
      return words.fit.change(words.fit.fits[change.from], words.fit.fits[change.to]);
    case 'band':
      return words.band.change(words.band.bands[change.from], words.band.bands[change.to]);
    case 'mail-more':
    case 'mail-less': {
      const { sequence, mail } = change;
      const title = named.mailTitle(mail);
      const shown = title === undefined ? mail : `“${title}”`;
      const where = isIssueSequence(sequence)
        ? words.mails.newsletter
        : (named.sequenceTitle(sequence) ?? sequence);
      return words.mails[change.kind](shown, where);
    }
    default:
      return change satisfies never;
  }
}
