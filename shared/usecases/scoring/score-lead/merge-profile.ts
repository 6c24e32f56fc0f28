import { isDeepStrictEqual } from 'node:util';
import type { Field } from '../../../domain/forms/form.ts';
import type { LeadId } from '../../../domain/identity/ids.ts';
import type { Lead } from '../../../domain/identity/lead.ts';
import { withEarlierGrant } from '../../../domain/identity/permission-proofs.ts';
import {
  type Profile,
  withCapture,
  withConfirmation,
  withLanding,
} from '../../../domain/identity/profile.ts';
import type { Instant } from '../../../domain/time.ts';
import {
  type AnyEvent,
  isLeadCapture,
  type LeadCapture,
  type MailConsentChange,
  type PageView,
} from '../../../domain/tracking/event.ts';
import { getProfile, putProfile } from '../../../store/identity/profiles.ts';
import type { Table } from '../../../store/table.ts';

interface News {
  events: AnyEvent[];
  /** Page views that show that a browser is the owner's of the address. */
  landings: PageView[];
  fields: Readonly<Record<string, Field>>;
  /** The lead before them, if it existed. */
  before: Lead | undefined;
}

/** The profile with what is new about a person, written if it changed; undefined when there is none. */
export async function mergeProfile(
  table: Table,
  id: LeadId,
  { events, landings, fields, before }: News,
): Promise<Profile | undefined | 'conflict'> {
  const stored = await getProfile(table, id);
  let merged = stored && withEarlierPermission(stored, before);
  for (const capture of events.filter(isLeadCapture)) {
    merged = withCapture(merged, id, withoutMessages(capture, fields));
  }
  const withdrawals = [
    before?.permission?.withdrawn ?? '',
    ...events.filter(isWithdrawal).map(({ at }) => at),
  ];
  for (const confirmation of events.filter(isConfirmation)) {
    merged = merged && withConfirmation(merged, confirmation, lastBefore(confirmation, withdrawals));
  }
  for (const landing of landings) merged = merged && withLanding(merged, landing);
  if (merged === undefined || isDeepStrictEqual(stored, merged)) return stored;
  const next = { ...merged, version: merged.version + 1 };
  return (await putProfile(table, next)) === 'written' ? next : 'conflict';
}

/** A message is new each time: it stays in its event, and is no value of the person. */
function withoutMessages(capture: LeadCapture, fields: News['fields']): LeadCapture {
  const values = Object.entries(capture.values).filter(([name]) => fields[name]?.type !== 'textarea');
  return { ...capture, values: Object.fromEntries(values) };
}

/** Whether the profile is needed: it changes, or the subjects that follow from it do. */
export function needsProfile(event: AnyEvent): boolean {
  return isLeadCapture(event) || event.type === 'mail-consent';
}

/** Permission from before it was by subject goes on for all of them. */
function withEarlierPermission(profile: Profile, lead: Lead | undefined): Profile {
  const granted = lead?.mail === 'granted' && lead.subjects === undefined && lead.permission?.granted;
  if (!granted) return profile;
  return { ...profile, permissions: withEarlierGrant(profile.permissions, granted) };
}

function isConfirmation(event: AnyEvent): event is MailConsentChange {
  return event.type === 'mail-consent' && event.to === 'granted';
}

function isWithdrawal(event: AnyEvent): event is MailConsentChange {
  return event.type === 'mail-consent' && event.to === 'withdrawn';
}

/** The last withdrawal before a confirmation. */
function lastBefore({ at }: MailConsentChange, withdrawals: readonly Instant[]): Instant | undefined {
  return withdrawals
    .filter((one) => one !== '' && one < at)
    .sort()
    .at(-1);
}
