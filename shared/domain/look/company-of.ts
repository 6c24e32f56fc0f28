import type { Company } from './company.ts';

/** What a published playbook says of the company: one from before `company.yaml` has it with the sender of mails. */
export interface AboutCompany {
  company?: Company | undefined;
  mailing: { sender?: { name?: string | undefined } | undefined };
}

/** The company of a published playbook, whenever it was published. */
export function companyOf({ company, mailing }: AboutCompany): Company {
  if (company !== undefined) return company;
  const sender: { name?: string; company?: string; address?: string } = { ...mailing.sender } as object;
  const { name = '', company: legalName, address = '' } = sender;
  return { name, address, ...(legalName && { legalName }) };
}

/** The name of the company as the law asks for it. */
export function legalNameOf({ name, legalName = name }: Company): string {
  return legalName;
}

/** Who mails come from: the name in `mailing.yaml`, else the company's. */
export function senderName(content: AboutCompany): string {
  return content.mailing.sender?.name ?? companyOf(content).name;
}
