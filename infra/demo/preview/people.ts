import { type LeadSummary, leadList } from '../../../shared/contract/api.ts';
import type { PreviewedLead } from '../../../shared/usecases/nurture/preview-mail.ts';
import { readApi } from '../read-api.ts';

const PAGE = 100;
/** A longer list is of no use. */
const MAX_LEADS = 500;

/** Everybody whose mail can be previewed. */
export interface People {
  leads: { id: string; email: string }[];
  /** @param choice `example`, `nobody` or a lead's id; anything else counts as `example`. */
  find(choice: string): { choice: string; lead?: PreviewedLead };
}

/** Reads the leads from the API, highest score first; none when it fails. */
export async function readPeople(apiUrl: string): Promise<People> {
  const leads = await allLeads(apiUrl).catch((): LeadSummary[] => []);
  return {
    leads,
    find(choice) {
      if (choice === 'nobody') return { choice, lead: {} };
      const lead = leads.find(({ id }) => id === choice);
      return lead ? { choice, lead } : { choice: 'example' };
    },
  };
}

async function allLeads(apiUrl: string): Promise<LeadSummary[]> {
  const leads: LeadSummary[] = [];
  for (let cursor: string | null = ''; cursor !== null && leads.length < MAX_LEADS; ) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(cursor && { cursor }) });
    const page = await readApi(`${apiUrl}/api/leads?${query}`, leadList);
    leads.push(...page.leads);
    cursor = page.cursor;
  }
  return leads;
}
