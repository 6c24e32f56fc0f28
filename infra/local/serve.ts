import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

/** A server that listens. */
export interface Listening {
  stop(): Promise<void>;
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Listens on a port. What a handler throws is answered with 500 and shown. */
export async function listen(handle: Handle, port: number, host: string): Promise<Listening> {
  // API Gateway would refuse a request line this long; the pixel must answer all the same.
  const server: Server = createServer({ maxHeaderSize: 2 << 20 }, (request, response) => {
    handle(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    async stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Lets a `fetch` handler, such as a Hono app, answer requests of Node's server. */
export function fromFetch(fetch: (request: Request) => Response | Promise<Response>): Handle {
  return async (incoming, outgoing) => {
    const answer = await fetch(toRequest(incoming));
    const headers = Object.fromEntries(answer.headers);
    const cookies = answer.headers.getSetCookie();
    outgoing.writeHead(answer.status, { ...headers, ...(cookies.length > 0 && { 'set-cookie': cookies }) });
    outgoing.end(incoming.method === 'HEAD' ? undefined : Buffer.from(await answer.arrayBuffer()));
  };
}

function toRequest(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one);
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`), {
    method,
    headers,
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }),
  });
}
