import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleFunctions, packageFiles } from '../../infra/bundle-functions.ts';
import type { FunctionName } from '../../shared/contract/environment.ts';
import { permissionsOf } from './permission-lines.ts';
import { functionNames, synthesized } from './synthesized.ts';

const { template } = synthesized();
let bundles: Awaited<ReturnType<typeof bundleFunctions>>;
beforeAll(async () => {
  const absWorkingDir = join(import.meta.dirname, '../..');
  bundles = await bundleFunctions(functionNames, { absWorkingDir, bundle: true });
});

/** The operations behind the entity methods and the queries. Bundles hold the whole class, so look at its callers. */
const operations = new Map(
  Object.entries({
    get: 'GetItem',
    put: 'PutItem',
    update: 'UpdateItem',
    updateAndGet: 'UpdateItem',
    remove: 'DeleteItem',
    removeIf: 'DeleteItem',
    query: 'Query',
    queryPage: 'Query',
    queryPages: 'Query',
    queryPart: 'Query',
    queryUpTo: 'Query',
    changeItem: 'UpdateItem',
  }),
);
const core = /^( *)(?:var )?Entity = class[\s\S]*?^\1\};$|^( *)async function changeItem\([\s\S]*?^\2\}$/gm;
const uses =
  /(?:\b\w*[eE]ntity\.|(?<!function )\b(?=(?:query(?:Pages?|Part|UpTo)|changeItem)\)?\())(\w+)\)?\(/g;

/** The table operations that a function's code uses. */
function operationsIn(name: FunctionName): string[] {
  const whole = [...(bundles.get(name) ?? [])]
    .filter(([file]) => !packageFiles.includes(file))
    .map(([, code]) => Buffer.from(code).toString())
    .join('\n');
  const code = whole.replace(core, '');
  const direct = [...code.matchAll(/\.call\("([A-Z]\w+)"/g)].flatMap(([, operation = '']) => operation);
  const used = [...code.matchAll(uses)].flatMap(([, method = '']) => operations.get(method) ?? []);
  return distinct([...direct.filter((operation) => operation !== 'Query'), ...used]);
}

function operationsAllowed(name: FunctionName): string[] {
  const allowed = permissionsOf(template, name).filter((line) => !line.includes('StreamArn'));
  return distinct(allowed.flatMap((line) => /^dynamodb:(\w+)/.exec(line)?.[1] ?? []));
}

function distinct(names: string[]): string[] {
  return [...new Set(names)].sort();
}

// The twin does not check permissions. A missing one would only be noticed in AWS.
describe.each(functionNames)('the function %s', (name) => {
  it('has exactly the table permissions that its code uses', () => {
    expect(operationsAllowed(name)).toEqual(operationsIn(name));
  });
});
