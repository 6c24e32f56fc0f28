import { countryCode } from '../../domain/fit/country.ts';
import { type Dossier, dossierOf } from '../../domain/handover/dossier/dossier.ts';
import type { Handover } from '../../domain/handover/handover.ts';
import type { HandedOverLead } from '../../domain/handover/handovers.ts';
import { type Profile, valuesOf } from '../../domain/identity/profile.ts';
import { callLink } from '../../gateways/handover/call-link.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { actionsOf } from '../../store/handover/actions.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { historyOf } from '../../store/tracking/history.ts';
import type { ReadSystem } from '../lead-system.ts';
import { findHandover, type HandoverRequest, type Unavailable } from './find-handover.ts';

export interface DossierSystem extends ReadSystem {
  /** Where a phone number without a country code belongs, unless the lead says otherwise: an ISO code. */
  country: string;
}

export interface HandoverWithDossier {
  lead: HandedOverLead;
  handover: Handover;
  dossier: Dossier;
  playbook: Playbook;
}

export type HandoverFound = (HandoverWithDossier & { status: 'open' | 'answered' }) | { status: Unavailable };

/** A hand-over with its dossier. Without the right token it reveals nothing, not even by its response time. */
export async function readDossier(system: DossierSystem, request: HandoverRequest): Promise<HandoverFound> {
  const { table } = system;
  const found = await findHandover(system, request);
  if (found.status !== 'found') return found;
  const { lead } = found;
  const [profile, events, actions, playbook] = await Promise.all([
    getProfile(table, lead.id),
    // A visit of the last moment may be missing; what the lead itself said may not.
    historyOf(table, lead.id, '', { isConsistent: false }),
    lead.actions ? actionsOf(table, lead.id) : [],
    system.playbook(lead.playbook),
  ]);
  if (profile === undefined) return { status: 'erased' };
  const { handover } = lead;
  const call = await callLinkOf(profile, system.country);
  const dossier = dossierOf({
    ...{ lead, profile, events, actions, playbook, now: system.now() },
    ...(call && { call }),
  });
  return { status: handover.status === 'open' ? 'open' : 'answered', lead, handover, dossier, playbook };
}

async function callLinkOf(profile: Profile, ours: string): Promise<string | undefined> {
  const { phone, country = '' } = valuesOf(profile);
  return phone === undefined ? undefined : callLink(phone, countryCode(country) ?? ours);
}
