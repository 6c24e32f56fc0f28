import { type Dossier, dossierOf } from '../domain/dossier/dossier.ts';
import type { LeadId } from '../domain/identity/ids.ts';
import { type Handover, isErased, type Lead } from '../domain/lifecycle/lead.ts';
import type { Instant } from '../domain/time.ts';
import { historyOf } from '../store/history.ts';
import { getLead } from '../store/leads.ts';
import { getProfile } from '../store/profiles.ts';
import type { Table } from '../store/table.ts';
import type { PlaybookSource } from './current-playbook.ts';

export interface DossierSystem {
  table: Table;
  now: () => Instant;
  playbook: PlaybookSource;
}

/** A lead with its open hand-over, and what sales reads before calling. */
export interface OpenHandover {
  handover: Handover;
  dossier: Dossier;
}

/** The dossier of a hand-over; undefined when it is not open, or its lead was erased. */
export async function readDossier(
  system: DossierSystem,
  id: LeadId,
  number: number,
): Promise<OpenHandover | undefined> {
  const { table } = system;
  const lead = await getLead(table, id);
  if (lead === undefined || isErased(lead) || !isOpen(lead, number)) return undefined;
  const [profile, events, playbook] = await Promise.all([
    getProfile(table, id),
    historyOf(table, id),
    system.playbook(lead.playbook),
  ]);
  if (profile === undefined) return undefined;
  const dossier = dossierOf({ lead, profile, events, playbook, now: system.now() });
  return { handover: lead.handover, dossier };
}

function isOpen(lead: Lead, number: number): lead is Lead & { handover: Handover } {
  return lead.handover?.number === number && lead.handover.status === 'open';
}
