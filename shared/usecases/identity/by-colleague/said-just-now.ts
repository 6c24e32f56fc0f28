import { isDeepStrictEqual } from 'node:util';
import type { LeadId } from '../../../domain/identity/ids.ts';
import { type Profile, withCapture } from '../../../domain/identity/profile.ts';
import { plus } from '../../../domain/time.ts';
import type { Import } from '../../../domain/tracking/event.ts';
import { getProfile } from '../../../store/identity/profiles.ts';
import { saidAfter } from '../../../store/tracking/history.ts';
import type { ReadSystem } from '../../lead-system.ts';
import { JUST_MS, PAUSE_MS, TRIES } from '../just-added.ts';

type System = Pick<ReadSystem, 'table' | 'now'>;

/** The profile with what colleagues said within the last minute: scoring may not have written that yet. */
export async function withSaidJustNow(system: System, profile: Profile): Promise<Profile> {
  return withAll(profile, await justSaid(system, profile.id));
}

/**
 * Waits up to three seconds until the profile of a lead has what colleagues said within the last minute.
 * @returns whether it has
 */
export async function awaitSaid(system: System, id: LeadId): Promise<boolean> {
  const said = await justSaid(system, id);
  for (let tries = 0; tries < TRIES && said.length > 0; tries++) {
    const profile = await getProfile(system.table, id);
    if (profile !== undefined && isDeepStrictEqual(withAll(profile, said), profile)) return true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return said.length === 0;
}

function justSaid({ table, now }: System, id: LeadId): Promise<Import[]> {
  return saidAfter(table, id, plus(now(), -JUST_MS));
}

function withAll(profile: Profile, said: readonly Import[]): Profile {
  return said.reduce((known, event) => withCapture(known, profile.id, event), profile);
}
