import type { LeadId } from '../../../domain/identity/ids.ts';
import type { SearchPlace } from './find-people.ts';

const CURSOR = /^(words|address|domain)\.([\w-]{22})$/;

/** A place in a search as it stands in an address. */
export function searchCursor({ source, lead }: SearchPlace): string {
  return `${source}.${lead}`;
}

/** The place of such a cursor; undefined when it is none. */
export function placeInSearch(cursor: string): SearchPlace | undefined {
  const [, source, lead] = CURSOR.exec(cursor) ?? [];
  return lead === undefined ? undefined : { source: source as SearchPlace['source'], lead: lead as LeadId };
}
