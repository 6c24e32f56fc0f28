import type { VisitorId } from './ids.ts';
import type { Profile } from './profile.ts';
import { browserName, type ClaimedValue, isConfirmed } from './trust.ts';

/** What a browser need not be asked again. */
export interface KnownTo {
  /** Whether it may leave out the address: it gave that itself, and a click in a mail showed that it is the owner's. */
  speaks: boolean;
  fields: ReadonlySet<string>;
}

/**
 * What a browser that is linked to a lead may notice of what is known: everything if it is the owner's. Anybody can link a
 * browser with somebody else's address, so an unconfirmed one notices only what it said itself.
 */
export function knownTo(profile: Profile, visitor: VisitorId): KnownTo {
  const name = browserName(visitor);
  const { values, heard = {}, voices = {} } = profile;
  const answered = Object.entries(values).filter(([field, claim]) => isAnswered(claim, heard[field]));
  if (isConfirmed(profile, name)) {
    return { speaks: voices[name]?.since !== undefined, fields: new Set(answered.map(([field]) => field)) };
  }
  const own = answered.filter(([field, claim]) =>
    [claim, ...(heard[field] ?? [])].some(({ by }) => by === name),
  );
  return { speaks: false, fields: new Set(own.map(([field]) => field)) };
}

/** What a colleague emptied is asked again, until somebody answered since. */
function isAnswered({ value, at }: ClaimedValue, others: readonly ClaimedValue[] = []): boolean {
  return value !== '' || others.some((other) => other.at > at);
}
