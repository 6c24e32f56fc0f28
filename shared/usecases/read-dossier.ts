import { createHash, timingSafeEqual } from 'node:crypto';
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

/** Which hand-over; with the token when whoever asks has to know it. */
export interface HandoverAsked {
  lead: LeadId;
  number: number;
  token?: string;
}

/** A lead with its open hand-over, and what sales reads before calling. */
export interface OpenHandover {
  status: 'open';
  handover: Handover;
  dossier: Dossier;
}

/** `gone`: it is over, or its lead was erased. `unknown`: there never was such a hand-over, or the token is wrong. */
export type HandoverFound = OpenHandover | { status: 'gone' | 'unknown' };

/** A hand-over with its dossier. Whoever does not know the token learns nothing, not even by how long it takes. */
export async function readDossier(system: DossierSystem, asked: HandoverAsked): Promise<HandoverFound> {
  const { table } = system;
  const lead = await getLead(table, asked.lead);
  if (lead === undefined) return { status: 'unknown' };
  if (isErased(lead)) return { status: 'gone' };
  if (!hasHandover(lead) || asked.number > lead.handover.number) return { status: 'unknown' };
  if (asked.number < lead.handover.number || lead.handover.status !== 'open') return { status: 'gone' };
  if (asked.token !== undefined && !isSame(asked.token, lead.handover.token)) return { status: 'unknown' };
  const [profile, events, playbook] = await Promise.all([
    getProfile(table, lead.id),
    historyOf(table, lead.id),
    system.playbook(lead.playbook),
  ]);
  if (profile === undefined) return { status: 'gone' };
  const dossier = dossierOf({ lead, profile, events, playbook, now: system.now() });
  return { status: 'open', handover: lead.handover, dossier };
}

function hasHandover(lead: Lead): lead is Lead & { handover: Handover } {
  return lead.handover !== undefined;
}

function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
