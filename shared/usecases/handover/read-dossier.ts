import { type Dossier, dossierOf } from '../../domain/handover/dossier/dossier.ts';
import type { Handover } from '../../domain/handover/handover.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { actionsOf } from '../../store/handover/actions.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import type { Table } from '../../store/table.ts';
import { historyOf } from '../../store/tracking/history.ts';
import type { PlaybookSource } from '../playbook/current-playbook.ts';
import { findHandover, type HandedOverLead, type Unavailable } from './find-handover.ts';

export interface DossierSystem {
  table: Table;
  now: () => Instant;
  playbook: PlaybookSource;
}

/** Which hand-over, or the last; with the token when whoever asks has to know it. */
export interface HandoverRequest {
  lead: LeadId;
  number?: number;
  token?: string;
}

/** A lead with its hand-over, and what sales reads about it. */
export interface HandoverWithDossier {
  lead: HandedOverLead;
  handover: Handover;
  dossier: Dossier;
  playbook: Playbook;
}

/** A hand-over that awaits its answer. */
export interface OpenHandover extends HandoverWithDossier {
  status: 'open';
}

export type HandoverFound =
  | OpenHandover
  | (HandoverWithDossier & { status: 'answered' })
  | { status: Unavailable };

/** A hand-over with its dossier. Whoever does not know the token learns nothing, not even by how long it takes. */
export async function readDossier(system: DossierSystem, asked: HandoverRequest): Promise<HandoverFound> {
  const { table } = system;
  const found = await findHandover(system, asked);
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
