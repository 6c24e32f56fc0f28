import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../infra/bundle.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { awsTable } from '../../shared/store/aws-table.ts';
import { getLead } from '../../shared/store/identity/leads.ts';
import { leadEventEntity } from '../../shared/store/tracking/events.ts';
import { environment } from '../bench/environment.ts';
import { LEAD, NOW, submission } from '../domain/builders.ts';
import { shippedPlaybook } from '../playbook/shipped-playbook.ts';
import { testTable } from '../store/endpoint.ts';
import { published } from '../usecases/playbook.ts';
import { functionNames } from './synthesized.ts';

const folder = mkdtempSync(join(tmpdir(), 'build-'));
beforeAll(() => bundle(folder));

/** Prints a bundle's handler, and the files that it loads at its start. */
const START = `
const Module = require('node:module');
const load = Module.prototype.require;
const files = [];
Module.prototype.require = function (id) {
  if (id.startsWith('.')) files.push(id);
  return load.call(this, id);
};
const { handler } = require(process.argv[1]);
console.log(JSON.stringify({ handler: typeof handler, files }));`;

const filesOf = (name: string) => readdirSync(join(folder, name));

describe('the bundle of every function', () => {
  it.each(functionNames)('%s exports a handler, and loads no package before it is needed', (name) => {
    const path = join(folder, name, 'index.js');
    const output = execFileSync(process.execPath, ['-e', START, path], {
      env: environment,
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual({ handler: 'function', files: [] });
    expect(readFileSync(path, 'utf8')).not.toContain('sourceMappingURL');
  });

  it.each(functionNames)('%s contains exactly the parts and packages that it may load later', (name) => {
    const loaded = new Set(['index.js']);
    for (const file of loaded) {
      const code = readFileSync(join(folder, name, file), 'utf8');
      for (const [, other = ''] of code.matchAll(/require\("\.\/([\w-]+\.js)"\)/g)) loaded.add(other);
    }
    expect(
      filesOf(name).filter((file) => !/\.json$|^(t|text-editor|challenge|htmx)\.js$/.test(file)),
    ).toEqual([...loaded].sort());
  });
});

describe('the bundle of track', () => {
  it('contains the tracker, small enough for every page', () => {
    expect(readFileSync(join(folder, 'track/t.js')).length).toBeLessThan(5 * 1024);
  });

  it('contains no client of the SDK, so that it starts fast', () => {
    expect(readFileSync(join(folder, 'track/index.js')).length).toBeLessThan(80 * 1024);
    expect(filesOf('track').sort()).toEqual(['aws4.js', 'client.js', 'index.js', 't.js']);
    expect(readFileSync(join(folder, 'track/client.js')).length).toBeLessThan(20 * 1024);
  });
});

describe('the bundle of score', () => {
  const RUN = 'require(process.argv[1]).handler(JSON.parse(process.argv[2])).then(console.log)';

  it('knows whose mail is free to all, from the list that it carries', async () => {
    const { tableName, config } = await testTable();
    const table = awsTable(tableName, dynamoDbCall(config));
    const playbook = JSON.parse(readFileSync(join(folder, 'publish/playbook.json'), 'utf8'));
    await published({ table, now: () => NOW }, playbook);
    const form = submission('whitepaper', { email: 'ann@walla.co.il', values: { employees: '50' } });
    const NewImage = leadEventEntity.itemOf({ lead: LEAD, at: form.at, id: form.id }, form);
    const event = { Records: [{ dynamodb: { SequenceNumber: '1', NewImage } }] };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['-e', RUN, join(folder, 'score/index.js'), JSON.stringify(event)],
      { env: { ...environment, TABLE_NAME: tableName, AWS_ENDPOINT_URL: config.endpoint } },
    );
    expect(stdout).toContain('batchItemFailures: []');
    expect(await getLead(table, LEAD)).toMatchObject({ fit: 'bad' });
  });
});

describe('the bundle of publish', () => {
  it('contains the compiled playbook, but not the compiler', () => {
    const playbook = JSON.parse(readFileSync(join(folder, 'publish/playbook.json'), 'utf8'));
    expect({ ...playbook.content, version: 1 }).toEqual(shippedPlaybook);
    expect(playbook.templates.whitepaper.nl.html).toContain('<!doctype html>');
    expect(playbook.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(filesOf('publish').sort()).toEqual(['index.js', 'logger.js', 'playbook.json']);
    expect(readFileSync(join(folder, 'publish/index.js')).length).toBeLessThan(250 * 1024);
  });
});

describe('the bundle of forms', () => {
  it('contains the forms, in case the table fails at the start', () => {
    const { forms, fields, company, mailing } = shippedPlaybook;
    expect(JSON.parse(readFileSync(join(folder, 'forms/forms.json'), 'utf8'))).toEqual({
      forms,
      fields,
      company,
      mailing,
    });
  });
});

describe('a playbook with a mistake', () => {
  it('stops the build at once, and says where and what would be right', async () => {
    const playbook = mkdtempSync(join(tmpdir(), 'playbook-'));
    cpSync(join(import.meta.dirname, '../../shared/playbook'), playbook, { recursive: true });
    writeFileSync(join(playbook, 'agreement.yaml'), 'acceptWithinHours: soon\nmanagerAfterHours: 48\n');
    const build = join(playbook, 'build');
    await expect(bundle(build, playbook)).rejects.toThrow(
      /agreement\.yaml:1:20 acceptWithinHours: "soon" is not right; it has to be a whole number, 1 or more$/,
    );
    expect(existsSync(build)).toBe(false);
  });
});
