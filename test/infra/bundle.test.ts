import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../infra/bundle.ts';
import { functionNames } from './synthesized.ts';

const folder = mkdtempSync(join(tmpdir(), 'build-'));
beforeAll(() => bundle(folder));

describe('the bundle of every function', () => {
  it.each(functionNames)('%s is one file that gives Lambda a handler', (name) => {
    const code = readFileSync(join(folder, name, 'index.js'), 'utf8');
    expect(() => new Script(code)).not.toThrow();
    expect(code).toContain('handler');
    expect(code).not.toContain('sourceMappingURL');
  });
});

describe('the bundle of track', () => {
  it('carries the tracker, small enough for every page', () => {
    expect(readFileSync(join(folder, 'track/t.js')).length).toBeLessThan(5 * 1024);
  });

  it('carries no SDK, so that it starts in a moment', () => {
    expect(readFileSync(join(folder, 'track/index.js')).length).toBeLessThan(80 * 1024);
  });
});

describe('the bundle of publish', () => {
  it("carries the marketers' files as they are", () => {
    const shipped = readFileSync(join(import.meta.dirname, '../../shared/playbook/scoring.yaml'), 'utf8');
    expect(readFileSync(join(folder, 'publish/playbook/scoring.yaml'), 'utf8')).toBe(shipped);
    expect(existsSync(join(folder, 'publish/playbook/load.ts'))).toBe(false);
  });
});
