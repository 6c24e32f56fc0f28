import type { DeskLead } from '../../../domain/console/waiting-lead.ts';
import type { Language } from '../../../domain/language.ts';
import { csvOf } from '../../csv.ts';
import { deskWords } from './words.ts';

/** Hand-overs as a CSV file, with times in UTC. */
export function handoversCsv(
  language: Language,
  leads: readonly (DeskLead & { email: string; phone?: string })[],
): string {
  const { inFile, next } = deskWords[language];
  const rows = leads.map((lead) => [
    ...[lead.id, lead.email, lead.name, lead.company, lead.phone, lead.score, lead.owner],
    ...[lead.since, next[lead.next], lead.until, lead.isLate ? inFile.yes : inFile.no],
  ]);
  const { id, email, name, company, phone, score, owner, since, step, until, late } = inFile;
  return csvOf([id, email, name, company, phone, score, owner, since, step, until, late], rows);
}
