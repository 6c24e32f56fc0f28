import type { LeadId, VisitorId } from '../domain/identity/ids.ts';

/** The partition with everything a browser did. */
export const visitorKey = (visitor: VisitorId) => `V#${visitor}`;

/** The partition with everything about a lead. */
export const leadKey = (lead: LeadId) => `L#${lead}`;

/** The lead whose partition this is. */
export const leadOfKey = (pk: string) => pk.slice(2) as LeadId;
