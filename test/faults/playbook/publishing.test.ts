import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type System, startSystem } from '../../journeys/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const FIT = '/api/playbook/draft/fit.yaml';
const SCORING = '/api/playbook/draft/scoring.yaml';
const key = { authorization: 'Bearer local', 'content-type': 'text/plain' };

interface Playbook {
  version: number;
  files: Record<string, string>;
  draft: { file: string }[];
}

const playbook = () => system.api<Playbook>('/api/playbook');
const draftOf = async (path: string) => {
  const response = await system.request(path, { headers: key });
  return { text: await response.text(), etag: response.headers.get('etag') ?? '' };
};
const put = (path: string, body: string, etag: string) =>
  system.request(path, { method: 'PUT', headers: { ...key, 'if-match': etag }, body });
/** Saves another number of days in which points count. */
async function saveDays(days: number): Promise<void> {
  const { text, etag } = await draftOf(SCORING);
  const saved = await put(SCORING, text.replace(/windowDays: \d+/, `windowDays: ${days}`), etag);
  expect(saved.status).toBe(200);
}
const publish = (over: number) =>
  system.request('/api/playbook/publish', {
    method: 'POST',
    headers: { ...key, 'content-type': 'application/json' },
    body: JSON.stringify({ note: 'Faults', over }),
  });
/** As the answer asks: again in a few seconds, for as long as it is not possible. */
async function publishAgain(over: number): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const answer = await publish(over);
    if (answer.status !== 503 || attempt === 10) return answer;
  }
}
const fault = (more: object) =>
  system.local('/faults', { method: 'POST', body: JSON.stringify({ times: 1, ...more }) });
const daysLive = async () => /windowDays: (\d+)/.exec((await playbook()).files['scoring.yaml'] ?? '')?.[1];

describe('two who edit the same file over HTTP', () => {
  it('lose nothing: one is saved, the other gets that text', async () => {
    const { text, etag } = await draftOf(FIT);
    const texts = ['first', 'second'].map((name) => `# ${name}\n${text}`);
    const answers = await Promise.all(texts.map((one) => put(FIT, one, etag)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const saved = texts[answers.findIndex(({ status }) => status === 200)];
    const told = answers.find(({ status }) => status === 412);
    expect(await told?.json()).toMatchObject({ text: saved, by: { by: 'key' } });
    expect((await draftOf(FIT)).text).toBe(saved);
    await put(FIT, text, (await draftOf(FIT)).etag);
  });
});

describe('a publish that fails', () => {
  it.each([
    ['before the function is asked', { service: 'lambda', kind: 'error', times: 2 }],
    ['after the function has done it', { service: 'lambda', kind: 'timeout-after', times: 2 }],
    ['with the first text', { ...atPut(0), kind: 'crash-before' }],
    ['after the version', { ...atPut(1), kind: 'crash-after' }],
    ['among its mails', { ...atPut(10), kind: 'crash-before' }],
    ['at one of its last writes', { ...atPut(60), kind: 'crash-after' }],
  ])('%s is complete or absent, and once when it is repeated', async (_, what) => {
    const { version } = await playbook();
    const days = 40 + version;
    await saveDays(days);
    await fault(what);
    const failed = await publish(version);
    await system.local('/faults', { method: 'DELETE' });
    const half = await playbook();
    const before = `${half.version}: ${await daysLive()}`;
    if (failed.status === 503) {
      if (half.version === version) expect(before).not.toContain(`: ${days}`);
      else expect(before).toBe(`${version + 1}: ${days}`);
    }
    const again = await publishAgain(version);
    expect(await again.json()).toMatchObject({ version: version + 1 });
    expect(await playbook()).toMatchObject({ version: version + 1, draft: [] });
    expect(await daysLive()).toBe(`${days}`);
  });

  it('of two at once makes one version', async () => {
    const { version } = await playbook();
    await saveDays(41);
    const answers = await Promise.all([publish(version), publish(version)]);
    expect(answers.map(({ status }) => status)).toContain(200);
    expect(await playbook()).toMatchObject({ version: version + 1, draft: [] });
  });
});

/** The n-th write of the function in a publish. */
function atPut(skip: number) {
  return { service: 'dynamodb', function: 'playbook', operation: 'PutItem', skip };
}

describe('a deployment', () => {
  it('of the same folder leaves what was published without it', async () => {
    const { version } = await playbook();
    expect(version).toBeGreaterThan(1);
    expect(await deploy()).toMatchObject({ Status: 'SUCCESS', Data: { version: `${version}` } });
    expect((await playbook()).version).toBe(version);
  });

  it('of another folder stops, and says whose work it would take back and what to do', async () => {
    const { version } = await playbook();
    await system.table('UpdateItem', {
      Key: { PK: { S: 'PLAYBOOK' }, SK: { S: 'CURRENT' } },
      UpdateExpression: 'SET deployed = :other',
      ExpressionAttributeValues: { ':other': { S: 'another folder' } },
    });
    const answer = await deploy();
    expect(answer).toMatchObject({ Status: 'FAILED' });
    expect(answer.Reason).toMatch(
      new RegExp(`^company\\.ts \\w+ published version ${version} .*“Faults”.*npm run playbook:pull`),
    );
    expect((await playbook()).version).toBe(version);
  });
});

/** Calls `publish` as CloudFormation does when its code or its playbook changed. @returns what it responds */
async function deploy(): Promise<{ Status: string; Reason: string; Data: object }> {
  let body = '';
  const server = createServer(async (request, response) => {
    for await (const chunk of request) body += chunk;
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const event = {
    ...{ RequestType: 'Update', ResponseURL: `http://127.0.0.1:${port}/`, StackId: 's', RequestId: 'r' },
    ...{ LogicalResourceId: 'Playbook', PhysicalResourceId: 'Playbook' },
  };
  await system.local('/invoke/publish', { method: 'POST', body: JSON.stringify(event) });
  server.close();
  return JSON.parse(body);
}
