import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAssets } from '../../../../infra/local/lambda/assets.ts';
import { readFunctions } from '../../../../infra/local/lambda/function-settings.ts';
import { Functions } from '../../../../infra/local/lambda/functions.ts';
import { Logs } from '../../../../infra/local/lambda/logs.ts';
import { readTemplate } from '../../../../infra/local/template/template.ts';
import { logicalId, type TestFunction, writeAssembly } from '../assembly.ts';

const running: Functions[] = [];

/** Functions without services. */
export function startFunctions(code: Record<string, TestFunction>, resources = {}) {
  const assembly = writeAssembly(code, resources);
  const file = JSON.parse(readFileSync(join(assembly, 'Test.template.json'), 'utf8'));
  const template = readTemplate(file, 'Test', { api: 1, website: 2, inbox: 3, aws: 4, issuer: 5 });
  const clockOffset = new SharedArrayBuffer(8);
  const logs = new Logs();
  const functions = new Functions(readFunctions(template, readAssets(assembly, 'Test')), {
    endpoint: 'http://127.0.0.1:4',
    clockOffset,
    secretValue: (name) => (name === 'known' ? '{"key":"s3cret"}' : undefined),
    onLine: (line) => logs.add(line),
    onInvocation: () => {},
  });
  running.push(functions);
  return {
    assembly,
    functions,
    logs,
    advance: (milliseconds: number) => new BigInt64Array(clockOffset).set([BigInt(milliseconds)]),
    invoke: (name: string, event: unknown = {}, options = {}) =>
      functions.invoke(logicalId(name), event, options),
  };
}

export async function stopFunctions() {
  await Promise.all(running.splice(0).map((functions) => functions.stop()));
}
