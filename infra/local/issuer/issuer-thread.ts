import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { installVirtualDate } from '../lambda/virtual-date.ts';
import type { IssuerData, UsersMessage } from './issuer-protocol.ts';
import { createProvider } from './provider.ts';
import { answerSignIn, SIGN_IN_PATH } from './sign-in-pages.ts';

// The entry point of the thread of the issuer.

const data = workerData as IssuerData;
installVirtualDate(new BigInt64Array(data.clockOffset));
let { users } = data;
let provider: ReturnType<typeof createProvider> | undefined;

parentPort?.on('message', (message: UsersMessage) => {
  users = message.users;
});

createServer(async (request, response) => {
  try {
    // Loaded when somebody first signs in: few twins are started for that.
    provider ??= createProvider(data);
    const loaded = await provider;
    if (request.url?.startsWith(SIGN_IN_PATH)) await answerSignIn(loaded, users, request, response);
    else await loaded.callback()(request, response);
  } catch (error) {
    console.error(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
}).listen(data.port, data.host, () => parentPort?.postMessage('listening'));
