/** The id of a lead: a keyed hash of its normalised e-mail address, so two forms sent at once make one lead. */
export type LeadId = string & { readonly brand: 'LeadId' };

/** The id of a browser, made by the browser itself after consent. */
export type VisitorId = string & { readonly brand: 'VisitorId' };

/** Ids from outside: no `#`, which separates the parts of keys, and no `@`, which occurs in addresses. */
export const ID_PATTERN = /^[A-Za-z0-9_.:-]{1,64}$/;

/** The 22 characters of 128 bits in base64url. */
export const LEAD_ID_PATTERN = /^[A-Za-z0-9_-]{22}$/;

/** A mail id has the same format: 128 random bits. */
export function isMailId(text: string): boolean {
  return LEAD_ID_PATTERN.test(text);
}

/** A name that every object has, such as `constructor`, is none: what browsers said is kept by their names. */
export function isVisitorId(text: string): text is VisitorId {
  return ID_PATTERN.test(text) && !Object.hasOwn(Object.prototype, text);
}

export function isLeadId(text: string): text is LeadId {
  return LEAD_ID_PATTERN.test(text);
}
