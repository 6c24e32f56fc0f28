/** By themselves, so that the bundle holds their values where they are used, and no names. */
export const FIRST_DELAY_MS = 1_000;
export const MAX_DELAY_MS = 60_000;
export const TIMEOUT_MS = 30_000;
export const BATCH_SIZE = 10;
export const MOST_EVENTS = 50;
export const LIFETIME_MS = 86_400_000;
/** Browsers refuse more than 64 KB in requests that outlive the page; a character takes up to four bytes. */
export const MOST_CHARACTERS = 15_000;
