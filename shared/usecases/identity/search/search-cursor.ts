import type { LeadId } from '../../../domain/identity/ids.ts';
import type { SearchPlace } from './find-people.ts';

/** A page of a search: the look that it belongs to, and the place in the list of those that it found. */
export interface SearchPage {
  look?: SearchPlace;
  after?: string;
}

const PLACE = /^(words|address|domain)\.([\w-]{22})$/;
/** Stands before the place in a list. */
const LIST = '!';

/** A place in a search as it stands in an address. */
export function searchCursor({ source, lead }: SearchPlace): string {
  return `${source}.${lead}`;
}

/** The place of such a cursor; undefined when it is none. */
export function placeInSearch(cursor: string): SearchPlace | undefined {
  const [, source, lead] = PLACE.exec(cursor) ?? [];
  return lead === undefined ? undefined : { source: source as SearchPlace['source'], lead: lead as LeadId };
}

/** A page of a search as it stands in an address. */
export function pageCursor({ look, after }: SearchPage): string {
  return `${look ? searchCursor(look) : ''}${after === undefined ? '' : LIST + after}`;
}

/** The page of such a cursor; undefined when it is none. */
export function pageOfCursor(cursor: string): SearchPage | undefined {
  const [place = '', after] = cursor.split(LIST);
  const look = placeInSearch(place);
  if ((place !== '') !== (look !== undefined) || (look === undefined && after === undefined))
    return undefined;
  return { ...(look && { look }), ...(after !== undefined && { after }) };
}
