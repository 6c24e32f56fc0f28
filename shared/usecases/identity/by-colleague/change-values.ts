import { assertMay, maySee, type Viewer } from '../../../domain/console/viewer.ts';
import type { FieldError } from '../../../domain/forms/read-field.ts';
import type { LeadId } from '../../../domain/identity/ids.ts';
import type { Lead } from '../../../domain/identity/lead.ts';
import type { Profile } from '../../../domain/identity/profile.ts';
import type { ClaimedValue } from '../../../domain/identity/trust.ts';
import { changesIn, type TypedValue } from '../../../domain/identity/value-changes.ts';
import type { Instant } from '../../../domain/time.ts';
import { CONSOLE } from '../../../domain/tracking/event.ts';
import { digestId } from '../../../gateways/digest-id.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { leadCard } from '../../../store/identity/lead-card.ts';
import { eventOfRequest } from '../../../store/last-request.ts';
import { putLeadEvent } from '../../../store/tracking/events.ts';
import { recordLog } from '../../console/record-log.ts';
import { nameOfViewer } from '../../handover/act-as-viewer.ts';
import type { ReadSystem } from '../../lead-system.ts';
import type { Unseen } from '../lead-page/read-lead-page.ts';
import { withSaidJustNow } from './said-just-now.ts';

/** A lead with its values as they are now, scored or not. */
export interface LeadWithValues {
  lead: Lead;
  profile: Profile;
  playbook: Playbook;
  now: Instant;
}

export type ChangedValues =
  | { result: 'changed' | 'same' | Unseen }
  | { result: 'invalid'; errors: Record<string, FieldError> }
  /** Somebody else changed a field after the page was shown: nothing was stored. */
  | { result: 'conflict'; conflicts: Record<string, ClaimedValue> };

/** The values of a lead, for whoever may see it. Some five read units. */
export async function readValues(
  system: ReadSystem,
  viewer: Viewer,
  id: LeadId,
): Promise<LeadWithValues | Unseen> {
  // Whatever is said is dated before this reading: who is erased meanwhile does not come back by it.
  const now = system.now();
  const card = await leadCard(system.table, id, { isConsistent: true });
  if (card === undefined) return 'unknown';
  const { lead, profile } = card;
  if (!maySee(viewer, lead)) return 'hidden';
  const known = await withSaidJustNow(system, profile);
  return { lead, profile: known, playbook: await system.playbook(lead.playbook), now };
}

/**
 * Stores what a colleague typed for the values of a lead as an event; scoring takes it over a moment later. The log names
 * the fields. Of two who change the same field in the same instant the newest counts, and the timeline has both.
 * @param key idempotency key: the same changes with the same key are stored once
 * @throws NotAllowed when the role does not allow it; any other error when the table refuses: try again
 */
export async function changeValues(
  system: ReadSystem,
  viewer: Viewer,
  id: LeadId,
  typed: Readonly<Record<string, TypedValue>>,
  key: string,
): Promise<ChangedValues> {
  assertMay(viewer, 'change-values');
  const found = await readValues(system, viewer, id);
  if (typeof found === 'string') return { result: found };
  const { profile, playbook, now } = found;
  const { changes: values, errors, conflicts } = changesIn(typed, playbook.fields, profile);
  if (Object.keys(errors).length > 0) return { result: 'invalid', errors };
  if (Object.keys(conflicts).length > 0) return { result: 'conflict', conflicts };
  const names = Object.keys(values).sort();
  if (names.length === 0) return { result: 'same' };
  const deed = { kind: 'lead-changed', about: id, detail: names.join(' ') } as const;
  await recordLog(system, { who: viewer.email }, deed);
  const requestId = `values-${digestId(key)}`;
  const content = names.map((name) => [name, values[name]]);
  const request = { key: requestId, id: requestId, content, at: now };
  const { id: eventId, at } = await eventOfRequest(system.table, id, request);
  await putLeadEvent(system.table, id, {
    ...{ type: 'import', id: eventId, at, receivedAt: at },
    ...{ source: CONSOLE, email: profile.email, values, by: nameOfViewer(viewer) },
  });
  return { result: 'changed' };
}
