import type { Viewer } from '../../../domain/console/viewer.ts';
import { claimCompany, companyOwner } from '../../../store/handover/company-owners.ts';
import { recordLog } from '../../console/record-log.ts';
import type { ReadSystem } from '../../lead-system.ts';
import { type CompanySystem, logCompany, maySeeCompany, peopleOfCompany } from './company-people.ts';

/** Whose a company becomes, and whose it was on the page that was sent; empty for nobody. */
export interface Gift {
  to: string;
  before: string;
}

/** `nobody`: not in the team. `unknown`: nobody whom the viewer may see is known at the company. `taken`: a colleague was first. */
export type GiftResult = 'given' | 'nobody' | 'unknown' | 'taken';

/**
 * Gives a company to somebody of the sales team: its next hand-overs go there. Everybody may who may see
 * somebody of it, and it is logged who did.
 * Giving it twice to the same person changes nothing.
 */
export async function giveCompany(
  system: ReadSystem & CompanySystem,
  viewer: Viewer,
  domain: string,
  { to, before }: Gift,
): Promise<GiftResult> {
  const { table, now } = system;
  const { sales } = await system.playbook();
  if (!Object.hasOwn(sales?.team ?? {}, to)) return 'nobody';
  const [owner, { ids }] = await Promise.all([companyOwner(table, domain), peopleOfCompany(system, domain)]);
  const [lead] = ids;
  if (lead === undefined || !(await maySeeCompany(system, viewer, domain, ids))) {
    await logCompany(system, viewer, 'refused', ids);
    return 'unknown';
  }
  if (owner?.person === to) return 'given';
  if ((owner?.person ?? '') !== before) return 'taken';
  await recordLog(system, { who: viewer.email }, { kind: 'company-given', about: lead, detail: to });
  const given = { person: to, at: now(), lead: owner?.lead ?? lead };
  return (await claimCompany(table, domain, given, owner)) === 'written' ? 'given' : 'taken';
}
