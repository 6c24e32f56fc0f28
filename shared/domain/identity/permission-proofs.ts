import type { Instant } from '../time.ts';
import type { LeadCapture, Permission } from '../tracking/event.ts';
import { browserName } from './trust.ts';

/** A permission with its time and form, as proof. */
export interface PermissionProof extends Permission {
  at: Instant;
  form: string;
  eventId: string;
  /** The browser that gave it, if it has an id. */
  by?: string;
  /** When the owner of the address first confirmed it. */
  confirmedAt?: Instant;
}

/** Sorts after any instant. */
const NEVER = '~';

/** The proofs with the permission from a form or import, if it has one. */
export function withPermission(proofs: PermissionProof[], event: LeadCapture): PermissionProof[] {
  if (event.permission === undefined || proofs.some((proof) => proof.eventId === event.id)) return proofs;
  const form = event.type === 'form' ? event.form : event.source;
  const by = event.type === 'form' && event.visitor !== undefined ? { by: browserName(event.visitor) } : {};
  const proof = { ...event.permission, at: event.at, form, eventId: event.id, ...by };
  return [...proofs, proof].sort((a, b) => (a.at + a.eventId < b.at + b.eventId ? -1 : 1));
}

/** The proofs with a confirmation at a moment: it confirms every permission since the last withdrawal. */
export function confirmed(proofs: PermissionProof[], at: Instant, withdrawn?: Instant): PermissionProof[] {
  const since = withdrawn !== undefined && withdrawn < at ? withdrawn : '';
  const isConfirmed = (proof: PermissionProof) =>
    proof.at > since && proof.at <= at && at < (proof.confirmedAt ?? NEVER);
  return proofs.map((proof) => (isConfirmed(proof) ? { ...proof, confirmedAt: at } : proof));
}
