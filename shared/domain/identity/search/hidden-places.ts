import { isFreeMail } from '../../fit/free-mail.ts';
import { domainOf } from '../email.ts';
import { SHORTEST_ADDRESS } from './search-text.ts';

/** A keyed hash of each beginning of a text: of its first letter, its first two, and so on. */
export type HideBeginnings = (text: string) => string[];

/**
 * Where an address stands among all, so that it is found by its beginning but not told: of its first letters a hash, and
 * of each longer beginning some signs of another hash, so that what begins alike stands together.
 */
export interface HiddenPlace {
  start: string;
  rest: string;
}

/** So few that a wrong match for each letter more is one in four thousand. */
const SIGNS = 2;
/** No domain contains it. */
const END = '/';

/** The places of an address, and of its domain unless anybody can have an address there. */
export function hiddenPlacesOf(email: string, hide: HideBeginnings): HiddenPlace[] {
  const domain = domainOf(email);
  return [placeOfAddress(email, hide), ...(isFreeMail(domain) ? [] : [placeOfCompany(domain, hide)])];
}

/** Where addresses stand that begin like this. */
export function placeOfAddress(beginning: string, hide: HideBeginnings): HiddenPlace {
  return hidden('a', beginning, hide);
}

/** Where addresses stand whose domain begins like this. */
export function placeOfDomain(beginning: string, hide: HideBeginnings): HiddenPlace {
  return hidden('d', beginning, hide);
}

/** Where the addresses of one company stand. */
export function placeOfCompany(domain: string, hide: HideBeginnings): HiddenPlace {
  return placeOfDomain(domain + END, hide);
}

function hidden(kind: string, text: string, hide: HideBeginnings): HiddenPlace {
  const beginnings = hide(`${kind} ${text}`).slice(2 + SHORTEST_ADDRESS - 1);
  const [start = '', ...longer] = beginnings;
  return { start, rest: longer.map((hash) => hash.slice(0, SIGNS)).join('') };
}
