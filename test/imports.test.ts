import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which folders a file may import from, by the folder it is in. The longest folder that fits decides. */
const allowed: Record<string, string[]> = {
  'shared/domain': ['shared/domain'],
  'shared/contract': ['shared/contract', 'shared/domain'],
  'shared/playbook': ['shared/playbook', 'shared/domain'],
  'shared/store': ['shared/store', 'shared/contract', 'shared/domain', 'shared/playbook'],
  'shared/gateways': ['shared/gateways', 'shared/contract', 'shared/domain'],
  'shared/web': ['shared/web', 'shared/domain', 'shared/playbook'],
  'shared/usecases': [
    'shared/usecases',
    'shared/store',
    'shared/gateways',
    'shared/web',
    'shared/contract',
    'shared/playbook',
    'shared/domain',
  ],
  functions: ['shared'],
  infra: ['infra', 'shared/contract', 'shared/playbook'],
  'infra/local': ['infra', 'shared/contract'],
  'infra/local/reports': ['infra', 'shared/contract', 'shared/domain', 'shared/web'],
  'infra/local/preview': ['infra', 'shared/usecases', 'shared/playbook', 'shared/domain'],
  'infra/local/simulate': ['infra', 'shared/contract', 'shared/domain'],
};

const sources = globSync(['shared/**/*.{ts,tsx}', 'functions/**/*.{ts,tsx}', 'infra/**/*.{ts,tsx}']);

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const statement = /^(?:import|export)\b[^;'=(]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;
  const imports = text.matchAll(statement);
  return [...imports].map((match) => match[1] ?? match[2] ?? match[3] ?? '').filter((path) => path !== '');
}

const isIn = (file: string, folder: string) => file.startsWith(`${folder}/`);

function placeOf(file: string): string {
  const places = Object.keys(allowed).filter((folder) => isIn(file, folder));
  return places.sort((a, b) => b.length - a.length)[0] ?? '';
}

describe('the direction of imports', () => {
  it.each(sources)('%s imports only what its folder may', (file) => {
    const place = placeOf(file);
    expect(place, 'a folder that the design knows').not.toBe('');
    const own = place === 'functions' ? file.split('/').slice(0, 2).join('/') : undefined;
    const local = importsOf(file).filter((path) => path.startsWith('.'));
    const wrong = local
      .map((path) => normalize(join(dirname(file), path)))
      .filter((path) => !(own !== undefined && isIn(path, own)))
      .filter((path) => !allowed[place]?.some((folder) => isIn(path, folder)));
    expect(wrong).toEqual([]);
  });

  it.each(sources.filter((file) => isIn(file, 'shared/domain')))(
    '%s knows no clock, SDK or environment',
    (file) => {
      expect(importsOf(file).filter((path) => !path.startsWith('.') && !/^zod(\/mini)?$/.test(path))).toEqual(
        [],
      );
      expect(readFileSync(file, 'utf8')).not.toMatch(/Date\.now|new Date\(\)|process\.env|Math\.random/);
    },
  );

  it.each(sources.filter((file) => !isIn(file, 'infra')))('%s does not know the twin', (file) => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/\/_local\b|dynalite|localhost|127\.0\.0\.1/);
  });
});
