import type * as z from 'zod/mini';
import type { playbookAnswer, versionAnswer } from '../../shared/contract/playbook-api.ts';
import type { PlaybookFiles } from '../../shared/playbook/files/playbook-files.ts';

/** One request to the API, with JSON or bytes: its status, and its body as JSON. */
export type ApiCall = (method: string, path: string, body?: object) => Promise<Answer>;

interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a problem or an answer, by its status
  body: any;
}

export type LivePlaybook = z.infer<typeof playbookAnswer>;

/** The API at an address, with a key. */
export function apiAt(address: string, key: string): ApiCall {
  return async (method, path, body) => {
    const isBytes = body instanceof Uint8Array;
    const response = await fetch(`${address.replace(/\/$/, '')}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': isBytes ? 'application/octet-stream' : 'application/json',
      },
      ...(body && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
    }).catch((error: Error) => {
      throw new Error(`${address} does not answer (${error.message}). Start the twin, or set KANSRIJK_URL`);
    });
    return { status: response.status, body: await response.json().catch(() => ({})) };
  };
}

/** What is live. @throws Error that says why it cannot be read */
export async function livePlaybook(api: ApiCall): Promise<LivePlaybook> {
  const { status, body } = await api('GET', '/playbook');
  if (status === 401) throw new Error('The key is not valid: set KANSRIJK_KEY');
  if (status !== 200) throw new Error(body.detail ?? `The API answered ${status}`);
  return body;
}

/** Publishes files over a version. @throws Error that says why nothing was published */
export async function publishFiles(
  api: ApiCall,
  request: { files: PlaybookFiles; note: string; over: number },
): Promise<z.infer<typeof versionAnswer>> {
  const { status, body } = await api('POST', '/playbook/publish', request);
  if (status !== 200) {
    const lines = (body.mistakes ?? []).map(
      ({ file, line, field, reason }: Record<string, string>) => `${file}:${line} ${field}: ${reason}`,
    );
    throw new Error([body.detail ?? `The API answered ${status}`, ...lines].join('\n'));
  }
  return (await api('GET', `/playbook/versions/${body.version}`)).body;
}
