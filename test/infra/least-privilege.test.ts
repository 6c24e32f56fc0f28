import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../infra/bundle.ts';
import type { FunctionName } from '../../shared/contract/environment.ts';
import { permissionsOf } from './permission-lines.ts';
import { functionNames, synthesized } from './synthesized.ts';

const { template } = synthesized();
const folder = mkdtempSync(join(tmpdir(), 'build-'));
beforeAll(() => bundle(folder));

/** The operations of the table that stand in the code of a function once it is bundled. */
function operationsIn(name: FunctionName): string[] {
  const code = readFileSync(join(folder, name, 'index.js'), 'utf8');
  return distinct([...code.matchAll(/\.call\("([A-Z]\w+)"/g)].map(([, operation]) => operation as string));
}

function operationsAllowed(name: FunctionName): string[] {
  const allowed = permissionsOf(template, name).filter((line) => !line.includes('StreamArn'));
  return distinct(allowed.flatMap((line) => /^dynamodb:(\w+)/.exec(line)?.[1] ?? []));
}

function distinct(names: string[]): string[] {
  return [...new Set(names)].sort();
}

// The twin does not check permissions: without this, one that is missing would show in the account only.
describe.each(functionNames)('the function %s', (name) => {
  it('may do with the table what its code does, no more and no less', () => {
    expect(operationsAllowed(name)).toEqual(operationsIn(name));
  });
});
