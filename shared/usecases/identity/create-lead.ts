import type { NewLead } from '../../contract/api-requests.ts';
import { clean, cleanLines } from '../../domain/clean-text.ts';
import type { Field } from '../../domain/forms/form.ts';
import { isMailable, normaliseEmail } from '../../domain/identity/email.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased } from '../../domain/identity/lead.ts';
import type { Instant } from '../../domain/time.ts';
import type { Import } from '../../domain/tracking/event.ts';
import { digestId } from '../../gateways/digest-id.ts';
import { timeOfFirstRequest } from '../../store/first-request.ts';
import { getLead } from '../../store/identity/leads.ts';
import type { Table } from '../../store/table.ts';
import { putLeadEvent } from '../../store/tracking/events.ts';
import type { PlaybookSource } from '../playbook/current-playbook.ts';

export interface CreateSystem {
  table: Table;
  now: () => Instant;
  newId: () => string;
  playbook: PlaybookSource;
  leadId: (email: string) => LeadId;
}

export type CreateResult =
  | { result: 'accepted'; id: LeadId }
  /** An erased person comes back only by an act of its own, not by an import. */
  | { result: 'erased' }
  | { result: 'invalid'; errors: Record<string, string> };

/**
 * Stores a person from another system as an event; scoring creates or updates the lead a moment later.
 * @param key idempotency key: a request that is repeated with the same key changes nothing
 */
export async function createLead(system: CreateSystem, input: NewLead, key?: string): Promise<CreateResult> {
  const { fields } = await system.playbook();
  const { values, errors } = readValues(input.profile, fields);
  const email = normaliseEmail(input.email);
  if (email === undefined) errors.email = 'This is not an e-mail address, such as name@company.com';
  else if (!isMailable(email)) errors.email = 'No mail can be sent to it: before the @ it has to be ASCII';
  const { permission, interest } = input.proofs;
  const now = system.now();
  if (permission?.at !== undefined && Date.parse(permission.at) > Date.parse(now)) {
    errors['proofs.permission.at'] = 'This moment has yet to come';
  }
  if (email === undefined || Object.keys(errors).length > 0) return { result: 'invalid', errors };

  const id = system.leadId(email);
  const lead = await getLead(system.table, id);
  if (lead !== undefined && isErased(lead)) return { result: 'erased' };
  const eventId = `import-${key === undefined ? system.newId() : digestId(key)}`;
  const receivedAt = key === undefined ? now : await timeOfFirstRequest(system.table, id, eventId, now);
  const event: Import = {
    type: 'import',
    id: eventId,
    at: permission?.at === undefined ? receivedAt : new Date(permission.at).toISOString(),
    receivedAt,
    source: input.source,
    email,
    values,
    ...(permission && { permission: { wording: permission.wording, page: permission.page } }),
    ...(interest && { interest }),
  };
  await putLeadEvent(system.table, id, event);
  return { result: 'accepted', id };
}

/** The values of the playbook's fields; other fields are ignored. */
function readValues(
  profile: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, Field>>,
): { values: Record<string, string>; errors: Record<string, string> } {
  const values: Record<string, string> = {};
  const errors: Record<string, string> = {};
  for (const [name, { type, maxLength }] of Object.entries(fields)) {
    const given = Object.hasOwn(profile, name) ? (profile[name] ?? '') : '';
    const value = type === 'textarea' ? cleanLines(given, given.length) : clean(given, given.length);
    if (value.length > maxLength) errors[`profile.${name}`] = `At most ${maxLength} characters`;
    else if (value !== '') values[name] = value;
  }
  return { values, errors };
}
