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

/** The table operations in a function's bundle. */
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

// The twin does not check permissions, so without this test a missing one would only show in the account.
describe.each(functionNames)('the function %s', (name) => {
  it('has exactly the table permissions that its code uses', () => {
    expect(operationsAllowed(name)).toEqual(operationsIn(name));
  });
});
