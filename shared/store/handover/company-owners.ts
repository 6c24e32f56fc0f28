import * as z from 'zod/mini';
import { Entity } from '../entity.ts';
import { text } from '../schema.ts';
import type { ReadOptions, Table, Written } from '../table.ts';

const owner = () => z.object({ person: text, at: text });

/** The sales person of a company, and since when. A company is the domain of an address: no personal data. */
export type CompanyOwner = z.infer<ReturnType<typeof owner>>;

export const companyOwnerEntity = new Entity({
  kind: 'owner of a company',
  key: 'O#{domain} / OWNER',
  holds: owner,
  written: 'freely',
  lives: 'for good',
  largest: {
    bytes: 400,
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
