import type { Receipt } from '../../contract/api.ts';
import { assertMay, type Viewer } from '../../domain/console/viewer.ts';
import { normaliseEmail } from '../../domain/identity/email.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { leadCard } from '../../store/identity/lead-card.ts';
import { recordLog } from '../console/record-log.ts';
import { type EraseSystem, eraseLead } from './erase-lead.ts';

export type ErasedByViewer = { result: 'erased'; receipt: Receipt } | { result: 'other-address' | 'unknown' };

/**
 * Erases a lead for whoever is signed in, who has typed its address to be sure. The log has the lead's id, and nothing of
 * the person.
 * @throws NotAllowed when the role does not allow it; any other error when the table refuses: nothing was begun
 */
export async function eraseAsViewer(
  system: EraseSystem,
  viewer: Viewer,
  id: LeadId,
  typed: string,
): Promise<ErasedByViewer> {
  assertMay(viewer, 'erase');
  const card = await leadCard(system.table, id, { isConsistent: true });
  if (card !== undefined && normaliseEmail(typed) !== card.profile.email) return { result: 'other-address' };
  await recordLog(system, { who: viewer.email }, { kind: 'lead-erased', about: id });
  const receipt = await eraseLead(system, id);
  return receipt === undefined ? { result: 'unknown' } : { result: 'erased', receipt };
}
