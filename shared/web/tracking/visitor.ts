import { forget, read, write } from './storage.ts';

/** 128 random bits as digits. `randomUUID` exists on https only. */
export function randomId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('');
}

/** The visitor id of this browser, created at first use. Call it after consent only. */
export function visitor(): string {
  return read('visitor') || newVisitor();
}

/** The visitor id for a form that may link it to a lead; it is no longer anonymous from now on. */
export function discloseVisitor(): string {
  const id = visitor();
  forget('anonymous');
  return id;
}

/** Whether this id was never disclosed. An id without that mark may be linked to a lead. */
export function isAnonymous(id: string | undefined): boolean {
  return read('anonymous') === id;
}

function newVisitor(): string {
  const id = randomId();
  write('visitor', id);
  write('anonymous', id);
  return id;
}

/** Whether this address is the one that was last submitted in this browser. */
export function isPersonOf(address: string): boolean {
  return read('address') === digest(address);
}

/** An address that the API may accept: a typo that is corrected at once is not another person. */
const POSSIBLE = /.@.+\../;

/** Creates a new visitor if another address was submitted before: two people never share a history. */
export function becomePersonOf(address: string | undefined): void {
  if (!address || !POSSIBLE.test(address)) return;
  if (read('address') && !isPersonOf(address)) newVisitor();
  write('address', digest(address));
}

/** Java's String.hashCode: 32 bits tell the addresses of one browser apart, and do not reveal them. */
function digest(address: string): string {
  let hash = 0;
  for (const character of address.trim().toLowerCase()) hash = (hash * 31 + character.charCodeAt(0)) | 0;
  return `${hash}`;
}
