import { forget, read, write } from './storage.ts';

/** 128 random bits as digits. Not randomUUID: that exists on https only. */
export function randomId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('');
}

/** The id of the person at this browser, made when first asked for. Only to be asked after consent. */
export function visitor(): string {
  return read('visitor') || newVisitor();
}

/** The visitor's id for who may link it to a lead: from now on it is anonymous no longer. */
export function discloseVisitor(): string {
  const id = visitor();
  forget('anonymous');
  return id;
}

/** Whether this id was never given away. Only that is kept: in doubt, somebody may know whose it is. */
export function isAnonymous(id: string | undefined): boolean {
  return read('anonymous') === id;
}

function newVisitor(): string {
  const id = randomId();
  write('visitor', id);
  write('anonymous', id);
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
  if (read('address') && !isPersonOf(address)) newVisitor();
  write('address', digest(address));
}

/** As Java's String.hashCode: 32 bits tell two addresses of one browser apart, and are too few to find one back. */
function digest(address: string): string {
  let hash = 0;
  for (const character of address.trim().toLowerCase()) hash = (hash * 31 + character.charCodeAt(0)) | 0;
  return `${hash}`;
}
