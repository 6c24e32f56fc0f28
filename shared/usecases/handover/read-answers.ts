import { maySee, NotAllowed, type Viewer } from '../../domain/console/viewer.ts';
import type { SalesAction } from '../../domain/handover/actions/action.ts';
import { contactOf } from '../../domain/handover/dossier/contact.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased, type Lead } from '../../domain/identity/lead.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { actionsOf } from '../../store/handover/actions.ts';
import { getLead } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import type { ReadSystem } from '../lead-system.ts';

/** A lead with what sales did so far. */
export interface LeadWithAnswers {
  lead: Lead;
  /** Its name, or else its address. */
  name: string;
  actions: SalesAction[];
  playbook: Playbook;
}

/**
 * A lead with what sales did so far; undefined when there is none, or it was erased.
 * @throws NotAllowed when the viewer may not see this lead
 */
export async function readAnswers(
  system: ReadSystem,
  viewer: Viewer,
  id: LeadId,
): Promise<LeadWithAnswers | undefined> {
  const [lead, profile] = await Promise.all([getLead(system.table, id), getProfile(system.table, id)]);
  if (lead === undefined || isErased(lead) || profile === undefined) return undefined;
  if (!maySee(viewer, lead)) throw new NotAllowed('see-all-leads');
  const [actions, playbook] = await Promise.all([
    lead.actions ? actionsOf(system.table, id) : [],
    system.playbook(lead.playbook),
  ]);
  const { name = profile.email } = contactOf(profile, playbook.fields);
  return { lead, name, actions, playbook };
}
