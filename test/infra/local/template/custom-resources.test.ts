import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { type Journal, openJournal } from '../../../../infra/local/storage/journal.ts';
import { CustomResources } from '../../../../infra/local/template/custom-resources.ts';
import { readTemplate } from '../../../../infra/local/template/template.ts';
import { startFunctions, stopFunctions } from '../lambda/start-functions.ts';

const servers: { close(): void }[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) server.close();
  await stopFunctions();
});

// Responds as the last word of the playbook says, with the request that it got.
const publish = `exports.handler = async (event) => {
  const fails = event.ResourceProperties.playbook.includes('wrong');
  if (fails && event.ResourceProperties.playbook.includes('silently')) return;
  const { RequestType, RequestId, PhysicalResourceId, ResourceProperties, OldResourceProperties } = event;
  console.log(JSON.stringify({ RequestType, PhysicalResourceId, ResourceProperties, OldResourceProperties }));
  await fetch(event.ResponseURL, { method: 'PUT', body: JSON.stringify({
    Status: fails ? 'FAILED' : 'SUCCESS', Reason: fails ? 'points.yaml:3: must be a number' : undefined,
    PhysicalResourceId: 'playbook', RequestId }) });
}`;

async function deploy(playbook: string, journal: Journal = openJournal(':memory:')) {
  const properties = { ServiceToken: { 'Fn::GetAtt': ['Publish', 'Arn'] }, playbook, retries: 3 };
  const resources = { Playbook: { Type: 'Custom::Playbook', Properties: properties } };
  const { functions, logs, assembly } = startFunctions({ publish: { code: publish } }, resources);
  const file = JSON.parse(readFileSync(`${assembly}/Test.template.json`, 'utf8'));
  const template = readTemplate(file, 'Test', { api: 1, website: 2, inbox: 3, aws: 4, issuer: 5 });
  const server = createServer(async (request, response) => {
    const id = request.url?.slice(1) ?? '';
    customResources.receive(id, (await json(request)) as object);
    response.end();
  }).listen(0);
  servers.push(server);
  const responseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const said: string[] = [];
  const log = (text: string) => void said.push(text);
  const customResources = new CustomResources({ template, functions, journal, responseUrl, log });
  await customResources.deploy();
  const requests = () => logs.of('publish').map(({ text }) => JSON.parse(text));
  return { journal, requests, said };
}

describe('a custom resource', () => {
  it('is created at the first start, with its properties as text', async () => {
    const { requests } = await deploy('one');
    await expect.poll(requests).toEqual([
      {
        RequestType: 'Create',
        ResourceProperties: { ServiceToken: expect.any(String), playbook: 'one', retries: '3' },
      },
    ]);
  });

  it('is updated at the next start if a property changed', async () => {
    const { journal } = await deploy('one');
    const same = await deploy('one', journal);
    expect(same.requests()).toEqual([]);
    const { requests } = await deploy('two', journal);
    await expect.poll(requests).toMatchObject([
      {
        RequestType: 'Update',
        PhysicalResourceId: 'playbook',
        ResourceProperties: { playbook: 'two' },
        OldResourceProperties: { playbook: 'one' },
      },
    ]);
  });

  it('that fails stops the start with the reason', async () => {
    await expect(deploy('wrong')).rejects.toThrow(
      'publish could not set up Playbook (Custom::Playbook): points.yaml:3: must be a number',
    );
  });

  it('whose update fails stays as it was, says why, and is updated at the next start', async () => {
    const { journal } = await deploy('one');
    const { said } = await deploy('wrong', journal);
    expect(said).toEqual([
      expect.stringMatching(/^Not deployed: publish .*points\.yaml:3: must be a number$/),
    ]);
    const { requests } = await deploy('two', journal);
    await expect.poll(requests).toMatchObject([{ OldResourceProperties: { playbook: 'one' } }]);
  });

  it('that does not respond stops the start too', async () => {
    await expect(deploy('wrong, silently')).rejects.toThrow('it did not respond');
  });
});
