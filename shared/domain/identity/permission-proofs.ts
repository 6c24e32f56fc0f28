import type { Instant } from '../time.ts';
import type { LeadCapture, MailConsentChange, Permission } from '../tracking/event.ts';
import { EVERY_SUBJECT, type SubjectConsent } from './mail-consent.ts';

/** A permission as it was worded, with its time and form, as proof. */
export interface PermissionProof extends Permission {
  /** When it was last given in these words. */
  at: Instant;
  /** The form, or the other system that passed it on. */
  form: string;
  /** Another system passed it on. */
  imported?: true;
  /** When the owner of the address last confirmed it, or when the other system says so. */
  confirmedAt?: Instant;
}

const LONGEST_PAGE = 1_024;
/** More forms and wordings than a company has at a time. Of what was confirmed, the last for each subject is stored too. */
const KEPT = 8;

/** The proofs with the permission from a form or import, if it has one. */
export function withPermission(proofs: PermissionProof[], event: LeadCapture): PermissionProof[] {
  if (event.permission === undefined) return proofs;
  const { wording, page, subjects } = event.permission;
  const given = { wording, page: page.slice(0, LONGEST_PAGE), ...(subjects && { subjects }), at: event.at };
  if (event.type === 'form') return deciding([...proofs, { ...given, form: event.form }]);
  const { source: form = event.source, confirmedAt } = event.permission;
  return deciding([...proofs, { ...given, form, imported: true, ...(confirmedAt && { confirmedAt }) }]);
}

/**
 * The proofs with a confirmation by the owner of the address. It says what it confirms; one from before it did confirms
 * every permission since the last withdrawal.
 */
export function withConfirmed(
  proofs: readonly PermissionProof[],
  { at, confirms }: Pick<MailConsentChange, 'at' | 'confirms'>,
  withdrawn: Instant = '',
): PermissionProof[] {
  if (confirms !== undefined)
    return deciding([...proofs, ...confirms.map((one) => ({ ...one, confirmedAt: at }))]);
  const since = withdrawn < at ? withdrawn : '';
  return deciding(
    proofs.map((proof) =>
      proof.at > since && proof.at <= at && (proof.confirmedAt ?? '') <= since
        ? { ...proof, confirmedAt: at }
        : proof,
    ),
  );
}

/**
 * The proofs of a lead from before permission was by subject, which got mail about all: with that confirmation, whether
 * or not it was stored with them.
 */
export function withEarlierGrant(proofs: readonly PermissionProof[], granted: Instant): PermissionProof[] {
  return proofs.map((proof) =>
    proof.subjects === undefined && proof.at <= granted && (proof.confirmedAt ?? '') < granted
      ? { ...proof, confirmedAt: granted }
      : proof,
  );
}

/**
 * The permissions that a confirmation would confirm now. After a withdrawal with nothing asked since, those that were
 * confirmed before it.
 * @param origin only those of one origin, as `originOf` names it
 */
export function unconfirmed(
  proofs: readonly PermissionProof[],
  withdrawn: Instant = '',
  origin?: string,
): PermissionProof[] {
  const open = proofs.filter(
    (proof) => !isInForce(proof, withdrawn) && (origin === undefined || originOf(proof) === origin),
  );
  const asked = open.filter(({ at }) => at > withdrawn);
  const had = open.filter(({ confirmedAt }) => confirmedAt !== undefined);
  return asked.length > 0 ? asked : had.length > 0 ? had : open;
}

/**
 * The permissions that a mail asks to confirm: given since the last withdrawal, for a subject that is not granted yet, or
 * that the person unticked since (`false`).
 */
export function toConfirm(
  proofs: readonly PermissionProof[],
  { withdrawn, ticked = {} }: { withdrawn?: Instant | undefined; ticked?: Readonly<Record<string, boolean>> },
  origin: string,
): PermissionProof[] {
  const granted = subjectsOf(proofs, { withdrawn, doubleOptIn: true }) ?? {};
  const isOpen = (subject: string) =>
    ticked[subject] === false || (granted[subject] !== 'granted' && granted[EVERY_SUBJECT] !== 'granted');
  return unconfirmed(proofs, withdrawn, origin).filter(
    ({ at, subjects = [EVERY_SUBJECT] }) => at > (withdrawn ?? '') && subjects.some(isOpen),
  );
}

/** Where a permission was given: in which form, or in another system. */
export function originOf({ form, imported }: Pick<PermissionProof, 'form' | 'imported'>): string {
  return imported ? IMPORT : formOrigin(form);
}

export const IMPORT = 'import';
export const formOrigin = (form: string) => `form ${form}`;

/** The subjects a person may be mailed about, and those it has still to confirm; undefined without any proof. */
export function subjectsOf(
  proofs: readonly PermissionProof[],
  { withdrawn = '', doubleOptIn }: { withdrawn?: Instant | undefined; doubleOptIn: boolean },
): Record<string, SubjectConsent> | undefined {
  if (proofs.length === 0) return undefined;
  const subjects: Record<string, SubjectConsent> = {};
  for (const proof of proofs) {
    const isAsked = proof.at > withdrawn;
    const isGranted = isInForce(proof, withdrawn) || (isAsked && !doubleOptIn);
    if (!isAsked && !isGranted) continue;
    for (const subject of proof.subjects ?? [EVERY_SUBJECT]) {
      if (isGranted) subjects[subject] = 'granted';
      else subjects[subject] ??= 'pending';
    }
  }
  return subjects;
}

/** Another system's word does not undo a withdrawal, however recent. */
function isInForce({ confirmedAt = '', imported }: PermissionProof, withdrawn: Instant): boolean {
  return confirmedAt > withdrawn && !(imported && withdrawn !== '');
}

/**
 * The proofs that decide: in each wording the last that was given and the last that was confirmed. The events are the
 * evidence; so anybody may send a form any number of times. Order and repetition make no difference.
 */
function deciding(proofs: readonly PermissionProof[]): PermissionProof[] {
  const words = Map.groupBy(proofs, ({ form, imported, wording, subjects }) =>
    JSON.stringify([form, imported, wording, subjects]),
  );
  const confirmed: PermissionProof[] = [];
  const given: PermissionProof[] = [];
  for (const same of words.values()) {
    const last = lastConfirmed(same);
    if (last !== undefined) confirmed.push(last);
    const [newest] = same.sort(byTime);
    if (newest !== undefined && newest.at > (last?.at ?? '')) given.push(newest);
  }
  confirmed.sort(byConfirmation);
  const kept = confirmed.filter((proof, index) => index < KEPT || isLastOfASubject(proof, confirmed));
  return [...kept, ...given.sort(byTime).slice(0, KEPT)].sort(byTime).reverse();
}

function lastConfirmed(same: readonly PermissionProof[]): PermissionProof | undefined {
  const confirmed = same.filter(({ confirmedAt }) => confirmedAt !== undefined).sort(byConfirmation);
  const [last] = confirmed;
  const [given] = confirmed
    .map(({ at }) => at)
    .sort()
    .reverse();
  return last && { ...last, at: given ?? last.at };
}

/** @param confirmed the last one first */
function isLastOfASubject(proof: PermissionProof, confirmed: readonly PermissionProof[]): boolean {
  const subjectsIn = ({ subjects = [EVERY_SUBJECT] }: PermissionProof) => subjects;
  return subjectsIn(proof).some(
    (subject) => confirmed.find((other) => subjectsIn(other).includes(subject)) === proof,
  );
}

/** The last first. */
function byTime(a: PermissionProof, b: PermissionProof): number {
  return a.at === b.at ? byContent(a, b) : a.at > b.at ? -1 : 1;
}

function byConfirmation(a: PermissionProof, b: PermissionProof): number {
  const [first = '', second = ''] = [a.confirmedAt, b.confirmedAt];
  return first === second ? byContent(a, b) : first > second ? -1 : 1;
}

/** Decides a tie, so that the order of events makes no difference. */
function byContent(a: PermissionProof, b: PermissionProof): number {
  const content = ({ form, wording, subjects, page }: PermissionProof) =>
    JSON.stringify([form, wording, subjects, page]);
  return content(a) > content(b) ? -1 : 1;
}
