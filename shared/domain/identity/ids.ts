/** Names a lead: a keyed hash of its normalised e-mail address, so that two forms at once are one lead. */
export type LeadId = string & { readonly brand: 'LeadId' };

/** Names a browser: made by the browser itself, after consent. */
export type VisitorId = string & { readonly brand: 'VisitorId' };

/** What an id from outside may look like: no `#`, which separates the parts of keys, and no `@`, which addresses have. */
export const ID_PATTERN = /^[A-Za-z0-9_.:-]{1,64}$/;

/** The 22 characters of 128 bits in base64url. */
export const LEAD_ID_PATTERN = /^[A-Za-z0-9_-]{22}$/;

/** A mail's id has the same form: 128 random bits. */
export function isMailId(text: string): boolean {
  return LEAD_ID_PATTERN.test(text);
}

export function isVisitorId(text: string): text is VisitorId {
  return ID_PATTERN.test(text);
}

export function isLeadId(text: string): text is LeadId {
  return LEAD_ID_PATTERN.test(text);
}
