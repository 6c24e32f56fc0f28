import { isDeepStrictEqual } from 'node:util';
import type { LeadId } from '../../../domain/identity/ids.ts';
import type { Lead } from '../../../domain/identity/lead.ts';
import { type Profile, withCapture, withConfirmation } from '../../../domain/identity/profile.ts';
import { type AnyEvent, isLeadCapture, type MailConsentChange } from '../../../domain/tracking/event.ts';
import { getProfile, putProfile } from '../../../store/identity/profiles.ts';
import type { Table } from '../../../store/table.ts';

/** The profile with what the events add, written if it changed; undefined when there is none. */
export async function mergeProfile(
  table: Table,
  id: LeadId,
  events: AnyEvent[],
  lead: Lead | undefined,
): Promise<Profile | undefined | 'conflict'> {
  const stored = await getProfile(table, id);
  let merged = stored;
  for (const capture of events.filter(isLeadCapture)) merged = withCapture(merged, id, capture);
  for (const confirmation of events.filter(isConfirmation)) {
    merged = merged && withConfirmation(merged, confirmation, lead?.permission?.withdrawn);
  }
  if (merged === undefined || isDeepStrictEqual(stored, merged)) return stored;
  const next = { ...merged, version: merged.version + 1 };
  return (await putProfile(table, next)) === 'written' ? next : 'conflict';
}

export function changesProfile(event: AnyEvent): boolean {
  return isLeadCapture(event) || isConfirmation(event);
}

function isConfirmation(event: AnyEvent): event is MailConsentChange {
  return event.type === 'mail-consent' && event.to === 'granted';
}
