import { LOCAL_API_KEY } from '../local/settings.ts';

/**
 * Reads from the API with the twin's key.
 * @throws Error when the API refuses, or its response does not match the schema.
 */
export async function readApi<T>(url: string, schema: { parse(value: unknown): T }): Promise<T> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${LOCAL_API_KEY}` } });
  if (!response.ok) throw new Error(`${new URL(url).pathname}: ${response.status}`);
  return schema.parse(await response.json());
}
