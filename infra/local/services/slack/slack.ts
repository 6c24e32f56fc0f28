import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import type { Clock, Part } from '../../part.ts';
import type { Journal } from '../../storage/journal.ts';
import { areBlocksValid } from './slack-blocks.ts';

/** The response of Slack's incoming webhook. */
export interface SlackResponse {
  status: number;
  body: string;
}

/** A message that the webhook accepted, with its time. */
export interface SlackPost {
  at: string;
  text?: string;
  blocks?: unknown[];
  [member: string]: unknown;
}

interface SlackContext {
  journal: Journal;
  clock: Clock;
  host?: string;
  slackPort: number;
  withSlackFaults?(carryOut: () => Promise<SlackResponse>): Promise<SlackResponse | 'no-response'>;
}

/** The catcher: a stand-in for Slack's incoming webhooks. */
export interface SlackCatcher extends Part {
  url: string;
  posts(): SlackPost[];
}

/** Starts the catcher, which accepts, refuses and responds as Slack does. */
export async function startSlackCatcher(context: SlackContext): Promise<SlackCatcher> {
  const { journal, clock, host = '127.0.0.1' } = context;
  const around = context.withSlackFaults ?? ((carryOut) => carryOut());

  function take(body: string): SlackResponse {
    const { response, payload } = checkPost(body);
    if (payload) {
      const post = { at: new Date(clock.now()).toISOString(), ...payload };
      journal.run('INSERT INTO slack_posts (post) VALUES (?)', JSON.stringify(post));
    }
    return response;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return end(response, { status: 405, body: 'method_not_allowed' });
    const body = await readText(request);
    const outcome = await around(async () => take(formPayload(request, body)));
    if (outcome === 'no-response') request.socket.destroy();
    else end(response, outcome);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: Error) => end(response, { status: 500, body: error.message }));
  });
  server.listen(context.slackPort, host);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : context.slackPort;

  return {
    url: `http://${host}:${port}/services/T000/B000/twin`,
    posts: () =>
      journal
        .all<{ post: string }>('SELECT post FROM slack_posts ORDER BY id')
        .map((row) => JSON.parse(row.post)),
    pending: () => 0,
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function checkPost(body: string): { response: SlackResponse; payload?: Record<string, unknown> } {
  const refuse = (reason: string) => ({ response: { status: 400, body: reason } });
  let payload: unknown;
  try {
    payload = JSON.parse(body);
  } catch {
    return refuse('invalid_payload');
  }
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload))
    return refuse('invalid_payload');
  const { text, blocks, attachments } = payload as Record<string, unknown>;
  if (text !== undefined && typeof text !== 'string') return refuse('invalid_payload');
  if (!text && !blocks && !attachments) return refuse('no_text');
  if (blocks !== undefined && !areBlocksValid(blocks)) return refuse('invalid_blocks');
  return { response: { status: 200, body: 'ok' }, payload: payload as Record<string, unknown> };
}

function formPayload(request: IncomingMessage, body: string): string {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  return isForm ? (new URLSearchParams(body).get('payload') ?? '') : body;
}

function end(response: ServerResponse, { status, body }: SlackResponse): void {
  response.writeHead(status, { 'content-type': 'text/html' }).end(body);
}
