import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

/** A server that listens. */
export interface Listening {
  stop(): Promise<void>;
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Listens on a port. An error of the handler is logged and answered with 500. */
export async function listen(handle: Handle, port: number, host: string): Promise<Listening> {
  // API Gateway would refuse a request line this long; the pixel must respond all the same.
  const server = createServer({ maxHeaderSize: 2 << 20 }, (request, response) => {
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

/** Lets a Hono app answer the requests of a server. */
export function handlerOf(app: Hono): Handle {
  return getRequestListener(app.fetch, { overrideGlobalObjects: false });
}
