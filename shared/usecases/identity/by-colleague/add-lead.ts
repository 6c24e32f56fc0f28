import type { NewLead } from '../../../contract/api-requests.ts';
import { assertMay, maySee, type Viewer } from '../../../domain/console/viewer.ts';
import { normaliseEmail } from '../../../domain/identity/email.ts';
import type { LeadId } from '../../../domain/identity/ids.ts';
import { isErased } from '../../../domain/identity/lead.ts';
import { newLead } from '../../../domain/identity/new-lead.ts';
import { getLead } from '../../../store/identity/leads.ts';
import { recordLog } from '../../console/record-log.ts';
import { nameOfViewer } from '../../handover/act-as-viewer.ts';
import { type CreateResult, type CreateSystem, createLead } from '../create-lead.ts';

export type AddedLead =
  /** `isSeen`: whether the viewer may see it. */
  { result: 'added'; id: LeadId; isSeen: boolean } | Exclude<CreateResult, { result: 'accepted' }>;

/**
 * Adds a person for whoever is signed in, or adds to one who is known already. The log has the lead's id.
 * @param key idempotency key: the same person with the same key is added once
 * @throws NotAllowed when the role does not allow it; any other error when the table refuses: try again
 */
export async function addLead(
  system: CreateSystem,
  viewer: Viewer,
  input: NewLead,
  key: string,
): Promise<AddedLead> {
  assertMay(viewer, 'add-leads');
  const address = normaliseEmail(input.email);
  const id = address === undefined ? undefined : system.leadId(address);
  const before = id === undefined ? undefined : await getLead(system.table, id);
  if (before && isErased(before)) return { result: 'erased' };
  if (id !== undefined) await recordLog(system, { who: viewer.email }, { kind: 'lead-added', about: id });
  const created = await createLead(system, input, key, nameOfViewer(viewer));
  if (created.result !== 'accepted') return created;
  return { result: 'added', id: created.id, isSeen: maySee(viewer, before ?? newLead(created.id)) };
}
