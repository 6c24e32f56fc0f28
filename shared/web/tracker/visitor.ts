import { read, write } from './storage.ts';

/** 128 random bits as letters and digits. Not randomUUID: that exists on https only. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');
}

/** The id of the person at this browser, made when first asked for. Only to be asked after consent. */
export function visitor(): string {
  const id = read('visitor') || randomId();
  write('visitor', id);
  return id;
}

/** Whether this browser's visitor is the person with this address: the one submitted last. */
export function isPersonOf(address: string): boolean {
  return read('address') === digest(address);
}

/** What the API certainly refuses: a slip of the keyboard, put right a moment later, is not another person. */
const POSSIBLE = /.@.+\../;

/** Makes a new visitor when another address was submitted before: histories of two people never flow together. */
export function becomePersonOf(address: string | undefined): void {
  if (!address || !POSSIBLE.test(address)) return;
  if (read('address') && !isPersonOf(address)) write('visitor', randomId());
  write('address', digest(address));
}

/** FNV-1a: 32 bits tell two addresses of one browser apart, and are too few to find an address back. */
function digest(address: string): string {
  const text = address.trim().toLowerCase();
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash.toString(36);
}
