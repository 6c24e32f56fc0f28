import { createHash, timingSafeEqual } from 'node:crypto';
import type { HandedOverLead } from '../../domain/handover/handovers.ts';
import { isWithSales } from '../../domain/handover/with-sales.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased, type LeadImage } from '../../domain/identity/lead.ts';
import { DAY_MS, plus } from '../../domain/time.ts';
import { personalTokenOf } from '../../store/handover/personal-links.ts';
import { getLead } from '../../store/identity/leads.ts';
import type { ReadOptions } from '../../store/table.ts';
import type { ReadSystem } from '../lead-system.ts';

/** A hand-over, by default the last one of the lead. If a token is given, it must be right. */
export interface HandoverRequest {
  lead: LeadId;
  number?: number;
  token?: string;
  /** The member of the team whose own link has the token. */
  member?: string;
}

/**
 * `erased`: the lead was erased. `replaced`: the lead was handed over again. `expired`: the link is older than the
 * playbook allows. `unknown`: no such hand-over, or a wrong token.
 */
export type Unavailable = 'erased' | 'replaced' | 'expired' | 'unknown';

/** The lead with the requested hand-over, or why it is unavailable. */
export async function findHandover(
  system: ReadSystem,
  request: HandoverRequest,
  options?: ReadOptions,
): Promise<{ status: 'found'; lead: HandedOverLead } | { status: Unavailable }> {
  const lead = await getLead(system.table, request.lead, options);
  const found = requestedHandover(lead, request);
  if (typeof found === 'string') return { status: found };
  if (!(await isTokenRight(system, found, request))) return { status: 'unknown' };
  if (request.token !== undefined && (await isExpired(system, found))) return { status: 'expired' };
  return { status: 'found', lead: found };
}

function requestedHandover(lead: LeadImage, { number }: HandoverRequest): HandedOverLead | Unavailable {
  if (lead === undefined) return 'unknown';
  if (isErased(lead)) return 'erased';
  const { handover } = lead;
  if (handover === undefined) return 'unknown';
  const wanted = number ?? handover.number;
  if (wanted > handover.number) return 'unknown';
  if (wanted < handover.number) return 'replaced';
  return { ...lead, handover };
}

/** A link of one person works for as long as that person is in the team. */
async function isTokenRight(
  { table, playbook }: ReadSystem,
  { id, handover, playbook: version }: HandedOverLead,
  { token, member }: HandoverRequest,
): Promise<boolean> {
  if (token === undefined) return true;
  if (member === undefined) return isSame(token, handover.token);
  const { team } = (await playbook(version)).sales;
  const own = await personalTokenOf(table, { lead: id, number: handover.number, member });
  return own !== undefined && isSame(token, own) && Object.hasOwn(team, member);
}

/** A lead that is with sales stays reachable. After that the days count, and a raised hand restarts them. */
async function isExpired({ playbook, now }: ReadSystem, lead: HandedOverLead): Promise<boolean> {
  const { raisedAt = '', lost, handover, playbook: version } = lead;
  if (isWithSales(lead)) return false;
  const { linkDays } = (await playbook(version)).agreement;
  const [from = handover.openedAt] = [raisedAt, lost?.at ?? '', handover.answer?.at ?? '', handover.openedAt]
    .sort()
    .reverse();
  return now() > plus(from, linkDays * DAY_MS);
}

function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
