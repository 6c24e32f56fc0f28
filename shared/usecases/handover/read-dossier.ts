import { type Dossier, dossierOf } from '../../domain/handover/dossier/dossier.ts';
import type { Handover } from '../../domain/handover/handover.ts';
import type { HandedOverLead } from '../../domain/handover/handovers.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { actionsOf } from '../../store/handover/actions.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { historyOf } from '../../store/tracking/history.ts';
import type { ReadSystem } from '../lead-system.ts';
import { findHandover, type HandoverRequest, type Unavailable } from './find-handover.ts';

export interface HandoverWithDossier {
  lead: HandedOverLead;
  handover: Handover;
  dossier: Dossier;
  playbook: Playbook;
}

export type HandoverFound = (HandoverWithDossier & { status: 'open' | 'answered' }) | { status: Unavailable };

/** A hand-over with its dossier. Without the right token it reveals nothing, not even by its response time. */
export async function readDossier(system: ReadSystem, request: HandoverRequest): Promise<HandoverFound> {
  const { table } = system;
  const found = await findHandover(system, request);
  if (found.status !== 'found') return found;
  const { lead } = found;
  const [profile, events, actions, playbook] = await Promise.all([
    getProfile(table, lead.id),
    historyOf(table, lead.id),
    lead.actions ? actionsOf(table, lead.id) : [],
    system.playbook(lead.playbook),
  ]);
  if (profile === undefined) return { status: 'erased' };
  const { handover } = lead;
  const dossier = dossierOf({ lead, profile, events, actions, playbook, now: system.now() });
  return { status: handover.status === 'open' ? 'open' : 'answered', lead, handover, dossier, playbook };
}
