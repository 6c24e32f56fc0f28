import * as z from 'zod/mini';
import type { LeadId } from '../../domain/identity/ids.ts';
import { Entity } from '../entity.ts';
import type { ItemKey } from '../key-pattern.ts';
import { leadId, optional, text } from '../schema.ts';
import type { ReadOptions, Table, Written } from '../table.ts';

const owner = () => z.object({ person: text, at: text, lead: optional(leadId) });

/**
 * The sales person of a company, since when, and the lead that made it so. A company is the domain of an address. A domain
 * of one person tells who that is, so it goes with its lead.
 */
export type CompanyOwner = z.infer<ReturnType<typeof owner>>;

export const companyOwnerEntity = new Entity({
  kind: 'owner of a company',
  key: 'O#{domain} / OWNER',
  holds: owner,
  written: 'freely',
  lives: 'until the lead is erased by which the company got its owner',
  largest: {
    bytes: 450,
    why: 'a domain has at most 253 characters (RFC 1035); the person is a name of the playbook',
  },
});

/** The owner of the company with a domain; undefined when it has none. */
export function companyOwner(
  table: Table,
  domain: string,
  options?: ReadOptions,
): Promise<CompanyOwner | undefined> {
  return companyOwnerEntity.get(table, { domain }, options);
}

/** Sets the owner of a company that has none, or still has the one in `before`. */
export function claimCompany(
  table: Table,
  domain: string,
  owner: CompanyOwner,
  before?: CompanyOwner,
): Promise<Written> {
  const condition = before
    ? { onlyIf: 'person = :before', values: { ':before': before.person } }
    : { onlyIf: 'attribute_not_exists(PK)' };
  return companyOwnerEntity.put(table, { domain }, owner, condition);
}

/** Makes the person who accepted a lead the owner of its company, unless a later acceptance has done so. */
export function takeCompany(table: Table, domain: string, owner: CompanyOwner): Promise<Written> {
  return companyOwnerEntity.put(table, { domain }, owner, {
    onlyIf: 'attribute_not_exists(PK) OR #at <= :at',
    names: { '#at': 'at' },
    values: { ':at': owner.at },
  });
}

/** The owner of a company that a lead made so, or that nobody knows who made so. */
export async function ownerOfLead(table: Table, lead: LeadId, domain: string): Promise<ItemKey[]> {
  const owner = await companyOwner(table, domain);
  const isIts = owner !== undefined && (owner.lead === undefined || owner.lead === lead);
  return isIts ? [companyOwnerEntity.keyOf({ domain })] : [];
}
