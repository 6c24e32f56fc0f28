import type { IgnoredField } from '../../contract/api.ts';
import type { NewLead } from '../../contract/api-requests.ts';
import type { Field } from '../../domain/forms/form.ts';
import { type FieldError, readField } from '../../domain/forms/read-field.ts';
import { isMailable, normaliseEmail } from '../../domain/identity/email.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased } from '../../domain/identity/lead.ts';
import { askedLanguage, languages } from '../../domain/language.ts';
import type { Instant } from '../../domain/time.ts';
import type { Import } from '../../domain/tracking/event.ts';
import { digestId } from '../../gateways/digest-id.ts';
import { getLead } from '../../store/identity/leads.ts';
import { eventOfRequest } from '../../store/last-request.ts';
import type { Table } from '../../store/table.ts';
import { putLeadEvent } from '../../store/tracking/events.ts';
import type { PlaybookSource } from '../playbook/current-playbook.ts';
import { canAskToConfirm, readPermission } from './read-permission.ts';

export interface CreateSystem {
  table: Table;
  now: () => Instant;
  newId: () => string;
  playbook: PlaybookSource;
  leadId: (email: string) => LeadId;
}

export type CreateResult =
  | { result: 'accepted'; id: LeadId; ignored: IgnoredField[] }
  /** An erased person comes back only by an act of its own, not by an import. */
  | { result: 'erased' }
  | { result: 'invalid'; errors: Record<string, string> };

/**
 * Stores a person from another system or a colleague as an event; scoring creates or updates the lead a moment later. What cannot be
 * stored is left out, and named.
 * @param key idempotency key: a request that says the same as the last one with this key changes nothing
 * @param by the colleague who typed it
 */
export async function createLead(
  system: CreateSystem,
  input: NewLead,
  key?: string,
  by?: string,
): Promise<CreateResult> {
  const playbook = await system.playbook();
  const email = normaliseEmail(input.email);
  if (email === undefined) return invalid('This is not an e-mail address, such as name@company.com');
  if (!isMailable(email)) return invalid('No mail can be sent to it: before the @ it has to be ASCII');
  const { values, ignored } = readValues(input.profile, playbook.fields);
  const now = system.now();
  const locale = askedLanguage({ locale: input.locale });
  if (input.locale !== undefined && locale === undefined) {
    ignored.push({ field: 'locale', reason: `The product speaks ${languages.join(' and ')}` });
  }
  const events = playbook.events ?? {};
  const attended = input.attended?.filter((name) => Object.hasOwn(events, name)) ?? [];
  if (attended.length < (input.attended?.length ?? 0))
    ignored.push({ field: 'attended', reason: 'The playbook has no event of this name' });
  const { interest } = input.proofs;
  const read = input.proofs.permission && readPermission(input.proofs.permission, playbook, now);
  if (read && 'reason' in read) ignored.push({ field: 'proofs.permission', reason: read.reason });
  const { permission, at = undefined } = read && 'permission' in read ? read : {};
  const confirm = input.confirm === true && permission !== undefined && canAskToConfirm(playbook.sequences);
  if (input.confirm && !confirm) ignored.push({ field: 'confirm', reason: whyNotAsked(permission) });

  const id = system.leadId(email);
  const lead = await getLead(system.table, id);
  if (lead !== undefined && isErased(lead)) return { result: 'erased' };
  const told = {
    source: input.source,
    email,
    values,
    ...(locale && { locale }),
    ...(permission && { permission }),
    ...(interest && { interest }),
    ...(confirm && { confirm }),
    ...(attended.length > 0 && { attended }),
    ...(by !== undefined && { by }),
  };
  const content = {
    ...told,
    values: Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)),
    at,
  };
  const eventKey = `import-${key === undefined ? system.newId() : digestId(key)}`;
  const request = { key: eventKey, id: eventKey, content, at: now };
  const { id: eventId, at: receivedAt } =
    key === undefined ? request : await eventOfRequest(system.table, id, request);
  const event: Import = {
    type: 'import',
    id: eventId,
    at: at ?? receivedAt,
    receivedAt,
    ...told,
  };
  await putLeadEvent(system.table, id, event);
  return { result: 'accepted', id, ignored };
}

function whyNotAsked(permission: Import['permission']): string {
  if (permission === undefined) return 'There is no permission to confirm';
  return 'The playbook has no mail for this: a sequence with start: { imported: confirm }';
}

function invalid(email: string): CreateResult {
  return { result: 'invalid', errors: { email } };
}

/** The values of the playbook's fields, and what is left out of them. */
function readValues(
  profile: NewLead['profile'],
  fields: Readonly<Record<string, Field>>,
): { values: Record<string, string>; ignored: IgnoredField[] } {
  const values: Record<string, string> = {};
  const ignored: IgnoredField[] = [];
  for (const [name, given] of Object.entries(profile)) {
    const leaveOut = (reason: string) => ignored.push({ field: `profile.${name}`, reason });
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const value = field && readField(field, given);
    if (field === undefined) leaveOut('The playbook has no such field');
    else if (value === undefined) leaveOut('This is empty: what is known stays');
    else if (isDamaged(given)) leaveOut('Some letters cannot be read; send JSON in UTF-8');
    else if (typeof value === 'object') leaveOut(reasonOf(value));
    else values[name] = value;
  }
  return { values, ignored };
}

/** API Gateway passes JSON as text, in which bytes of another encoding became replacement characters. */
function isDamaged(given: string | number): boolean {
  return String(given).includes('\ufffd');
}

function reasonOf(error: FieldError): string {
  switch (error.code) {
    case 'too-long':
      return `At most ${error.max} characters`;
    case 'no-number':
      return 'Give a whole number without a comma, such as 1200, or a range, such as 51-200';
    case 'no-phone-number':
      return 'This is no phone number';
    default:
      return 'Give text or a number';
  }
}
