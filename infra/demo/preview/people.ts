import * as z from 'zod';
import type { PreviewedLead } from '../../../shared/usecases/nurture/preview-mail.ts';
import { LOCAL_API_KEY } from '../../local/settings.ts';

const leadSchema = z.object({
  id: z.string(),
  email: z.string().nullish(),
  profile: z
    .object({
      firstName: z.string().optional(),
      lastName: z.string().optional(),
      company: z.string().optional(),
      jobTitle: z.string().optional(),
    })
    .default({}),
  consent: z.object({ mail: z.string() }),
});

type ApiLead = z.output<typeof leadSchema>;

const PAGE = 100;
/** A list of more is no help to anybody. */
const MOST = 500;

/** Everybody a mail can be shown to. */
export interface People {
  leads: { id: string; email: string }[];
  /** `example` and `nobody`, or the id of a lead; whoever is not known is the example. */
  find(choice: string): { choice: string; lead?: PreviewedLead };
}

/** Asks the API who is there, highest score first; nobody when it does not answer. */
export async function readPeople(apiUrl: string): Promise<People> {
  const leads = await allLeads(apiUrl).catch((): ApiLead[] => []);
  return {
    leads: leads.map(({ id, email }) => ({ id, email: email ?? id })),
    find(choice) {
      if (choice === 'nobody') return { choice, lead: {} };
      const lead = leads.find(({ id }) => id === choice);
      return lead ? { choice, lead } : { choice: 'example' };
    },
  };
}

async function allLeads(apiUrl: string): Promise<ApiLead[]> {
  const pageSchema = z.object({ leads: z.array(leadSchema), cursor: z.string().nullable() });
  const leads: ApiLead[] = [];
  for (let cursor: string | null = ''; cursor !== null && leads.length < MOST; ) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(cursor && { cursor }) });
    const headers = { authorization: `Bearer ${LOCAL_API_KEY}` };
    const response = await fetch(`${apiUrl}/api/leads?${query}`, { headers });
    const page = pageSchema.parse(await response.json());
    leads.push(...page.leads);
    cursor = page.cursor;
  }
  return leads;
}
