import { createServer } from 'node:net';

/** The ports of the twin. */
export interface Ports {
  api: number;
  website: number;
  inbox: number;
  aws: number;
  issuer: number;
}

const uses: Record<keyof Ports, string> = {
  api: 'the API',
  website: 'the demo website',
  inbox: 'the inbox',
  aws: 'the AWS endpoint',
  issuer: 'the sign-in of the console',
};

/** The ports of a twin with its API on `port`: that one and the next four. */
export function portsFrom(port: number): Ports {
  return { api: port, website: port + 1, inbox: port + 2, aws: port + 3, issuer: port + 4 };
}

/**
 * Checks that the ports are free.
 * @throws Error that names each port in use and what it is for.
 */
export async function assertFree(ports: Ports, host: string): Promise<void> {
  const names = Object.keys(uses) as (keyof Ports)[];
  const free = await Promise.all(names.map((name) => isFree(ports[name], host)));
  const taken = names.filter((_, index) => !free[index]).map((name) => `${ports[name]} (${uses[name]})`);
  if (taken.length === 0) return;
  const what = taken.length === 1 ? `Port ${taken[0]} is` : `Ports ${taken.join(', ')} are`;
  throw new Error(`${what} in use. Choose five other ports: npm start -- --port ${ports.api + 100}`);
}

/** The first of five free ports in a row, for tests. */
export async function findFreePorts(host = '127.0.0.1'): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    // Below the range of ephemeral ports, so that the system assigns none of the five meanwhile.
    const port = 21_000 + 5 * Math.floor(Math.random() * 2_000);
    const free = await Promise.all(Object.values(portsFrom(port)).map((each) => isFree(each, host)));
    if (free.every(Boolean)) return port;
  }
  throw new Error('No five free ports in a row between 21000 and 31000');
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .once('listening', () => server.close(() => resolve(true)));
    server.listen(port, host);
  });
}
