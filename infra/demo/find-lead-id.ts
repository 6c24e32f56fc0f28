import { LOCAL_API_KEY } from '../local/settings.ts';

/** The id of the lead with this address; undefined if there is none, or the API fails. */
export async function findLeadId(apiUrl: string, email: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${apiUrl}/api/leads/lookup`, {
      method: 'POST',
      headers: { authorization: `Bearer ${LOCAL_API_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify({ email }),
    });
    return response.ok ? (await response.json()).id : undefined;
  } catch {
    return undefined;
  }
}
