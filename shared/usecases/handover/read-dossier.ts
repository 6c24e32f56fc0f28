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

/** The hand-over to read, by default the last one; with a token that must be right. */
export interface HandoverRequest {
  lead: LeadId;
  number?: number;
  token?: string;
}

export interface HandoverWithDossier {
  lead: HandedOverLead;
  handover: Handover;
  dossier: Dossier;
  playbook: Playbook;
}

export interface OpenHandover extends HandoverWithDossier {
  status: 'open';
}

export type HandoverFound =
  | OpenHandover
  | (HandoverWithDossier & { status: 'answered' })
  | { status: Unavailable };

/** A hand-over with its dossier. Without the right token it reveals nothing, not even by its response time. */
export async function readDossier(system: DossierSystem, request: HandoverRequest): Promise<HandoverFound> {
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
