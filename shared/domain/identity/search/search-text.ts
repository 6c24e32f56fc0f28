import { withoutInvisible } from '../../clean-text.ts';
import { domainOf } from '../email.ts';
import type { Profile } from '../profile.ts';
import { findableWords, wordsOf } from './words.ts';

/** The fields of a profile by which a person is found; of those before, more words count. */
const FIELDS = ['lastName', 'firstName', 'name', 'company'];
/** Words of one person: each pair of them is kept. */
const MOST_WORDS = 8;
/** The shortest beginning of an address that finds anybody. */
export const SHORTEST_ADDRESS = 3;
const SHORTEST_WORD = 2;
/** More than anybody types; the longest address has 254. */
const LONGEST = 254;

/** The words by which a person is found, in alphabetical order. */
export function wordsOfPerson({ values }: Pick<Profile, 'values'>): string[] {
  const words = FIELDS.flatMap((field) => findableWords(values[field]?.value ?? ''));
  return [...new Set(words)].slice(0, MOST_WORDS).sort();
}

/** What somebody looks for: a person who has a word that begins with each of these, or an address. */
export interface SearchText {
  /** In alphabetical order; none is the beginning of another. */
  words: string[];
  /** The beginning of an address or of its domain. */
  address?: string;
  domain?: string;
}

/** What a text asks for; undefined when it is too short to find anybody. */
export function readSearch(text: string): SearchText | undefined {
  const typed = withoutInvisible(text).slice(0, LONGEST).trim().toLowerCase();
  const parts = typed.split(/\s+/);
  const address = parts.find((part) => part.includes('@'));
  const words = distinct(parts.filter((part) => part !== address).flatMap(wordsOf));
  if (address !== undefined) {
    const isDomain = address.startsWith('@');
    const beginning = isDomain ? address.slice(1) : address;
    if (beginning.length < SHORTEST_ADDRESS) return undefined;
    return { words, ...(isDomain ? { domain: beginning } : { address: beginning }) };
  }
  if (words.every((word) => [...word].length < SHORTEST_WORD) && words.length < 2) return undefined;
  const isAddress = parts.length === 1 && typed.length >= SHORTEST_ADDRESS;
  return { words, ...(isAddress && { address: typed, domain: typed }) };
}

/** Whether a person has what a search asks for: the words, or the address if it may be meant. */
export function isFoundBy(
  { address, domain, words }: SearchText,
  profile: Pick<Profile, 'email' | 'values'>,
): boolean {
  const hasAddress =
    (address !== undefined && profile.email.startsWith(address)) ||
    (domain !== undefined && domainOf(profile.email).startsWith(domain));
  const isOnlyAddress = address?.includes('@') || (domain !== undefined && address === undefined);
  const hasWords = words.length > 0 && haveWords(wordsOfPerson(profile), words);
  return isOnlyAddress ? hasAddress && (words.length === 0 || hasWords) : hasAddress || hasWords;
}

/** Whether each of the words that were typed begins a word of a person. */
export function haveWords(own: readonly string[], typed: readonly string[]): boolean {
  return typed.every((beginning) => own.some((word) => word.startsWith(beginning)));
}

/** Without words that another one begins with: whoever has that has them too. */
function distinct(words: readonly string[]): string[] {
  const all = [...new Set(words)].sort();
  return all.filter((word) => !all.some((other) => other !== word && other.startsWith(word)));
}
