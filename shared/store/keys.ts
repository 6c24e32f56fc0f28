import type { LeadId, VisitorId } from '../domain/identity/ids.ts';

/** The partition with everything a browser did. */
export const visitorKey = (visitor: VisitorId) => `V#${visitor}`;

/** The partition with everything about a lead. */
export const leadKey = (lead: LeadId) => `L#${lead}`;

/** The lead whose partition this is, or undefined. */
export const leadOfKey = (pk: string) => (pk.startsWith('L#') ? (pk.slice(2) as LeadId) : undefined);

/** The visitor whose partition this is, or undefined. */
export const visitorOfKey = (pk: string) => (pk.startsWith('V#') ? (pk.slice(2) as VisitorId) : undefined);
