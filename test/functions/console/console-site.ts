import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { bundleConsoleScript, bundleTextEditor } from '../../../infra/bundle.ts';
import type { Viewer } from '../../../shared/domain/console/viewer.ts';
import type { Table } from '../../../shared/store/table.ts';
import { ORIGIN, testConsole } from './test-console.ts';

/** A table that answers nothing while it is down. */
function failingTable(table: Table): Table & { isDown: boolean } {
  return {
    name: table.name,
    isDown: false,
    async call(operation, input) {
      if (this.isDown) throw new Error('The table does not answer');
      return table.call(operation, input);
    },
  };
}

/** The console for browsers, with the script that ships, as one person sees it. */
export async function consoleSite(viewer: Viewer, over: Table, { withEditor = false } = {}) {
  const table = failingTable(over);
  const script = Buffer.from(await bundleConsoleScript()).toString();
  const editor = withEditor ? Buffer.from(await bundleTextEditor()).toString() : undefined;
  const { app } = await testConsole(viewer, { table }, script, editor);
  /** What browsers asked for, such as `POST /console/mine`; `part` stands before what htmx asked for. */
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '', headers } = request;
    asked.push(`${headers['hx-request'] ? 'part ' : ''}${method} ${url.replace(/\?.*/, '')}`);
    const body = method === 'POST' ? { body: await text(request) } : {};
    const answer = await app.request(ORIGIN + url, { method, headers: seenFrom(headers), ...body });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  /** The headers as they are at the public address, where the console believes to stand. */
  const seenFrom = ({ origin, ...rest }: IncomingHttpHeaders) => ({
    ...(rest as Record<string, string>),
    ...(origin !== undefined && { origin: origin === url ? ORIGIN : origin }),
  });
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url, table, asked, stop };
}
