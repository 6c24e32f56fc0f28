import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { apply, check, copyOfRepository, writeDocs } from './copy.ts';
import { recipes } from './recipes.ts';

const guide = readFileSync('CONTRIBUTING.md', 'utf8');

/** The files that the numbered list of a recipe names. */
function listedIn(heading: string, name: string): string[] {
  const section = guide.split(`### ${heading}\n`)[1]?.split('\n#')[0] ?? '';
  const steps = section.match(/^\d+\..*(\n {3}.*)*/gm) ?? [];
  const named = steps.flatMap((step) => [...(step.split(':')[0]?.matchAll(/`([\w./-]+\/[\w./-]+)`/g) ?? [])]);
  return named.map(([, path = '']) => path.replace('NAME', name));
}

describe.each(recipes)('the recipe "$heading"', ({ heading, name, first, rest, last }) => {
  it('lists the files that it takes', () => {
    const files = [first, ...rest, ...(last ? [last] : [])].map(({ path }) => path);
    expect(listedIn(heading, name).toSorted()).toEqual(files.toSorted());
  });
});

describe('after the first step of each recipe', () => {
  let output = '';
  beforeAll(() => {
    const copy = copyOfRepository();
    for (const { first } of recipes) apply(copy, first);
    output = check(copy).output;
  });

  const missing = recipes.flatMap(({ heading, rest }) => rest.map((edit) => ({ heading, ...edit })));
  it.each(missing)('the checks name $path, which "$heading" still takes', ({ path, named = path }) => {
    expect(output).toContain(named);
  });
});

describe('before the last step of a recipe', () => {
  it('the checks name that step', () => {
    const copy = copyOfRepository();
    for (const { first, rest } of recipes) for (const edit of [first, ...rest]) apply(copy, edit);
    const { output } = check(copy, ['test/infra/functions.test']);
    for (const { last } of recipes) if (last) expect(output).toContain(last.named);
  });
});

describe('after all steps of each recipe', () => {
  it('all checks pass', () => {
    const copy = copyOfRepository();
    for (const { first, rest, last } of recipes) {
      for (const edit of [first, ...rest, ...(last ? [last] : [])]) apply(copy, edit);
    }
    writeDocs(copy);
    const { ok, output } = check(copy);
    expect(output).toMatch(/0 failed/);
    expect(ok, output).toBe(true);
  });
});

describe('the recipe to add a language', () => {
  const section = readFileSync('shared/web/README.md', 'utf8').split('## Add a language\n')[1] ?? '';
  const listed = [...section.matchAll(/^\d\..*$/gm)].flatMap(([step]) =>
    [...step.matchAll(/\]\(([^)]+)\)/g)].map(([, path = '']) => join('shared/web', path).replace(/\/$/, '')),
  );
  let named: string[] = [];
  beforeAll(() => {
    const copy = copyOfRepository();
    const languages = "languages = ['nl', 'en'";
    apply(copy, { path: 'shared/domain/language.ts', replace: languages, by: `${languages}, 'fr'` });
    const { output } = check(copy, []);
    const files = [...output.matchAll(/^([\w./-]+)[:(]\d+/gm)].map(([, file = '']) => file);
    named = [...new Set(files)].filter((file) => !file.startsWith('test/'));
  });

  it.each(listed.slice(1))('lists %s, which the checks name', (path) => {
    expect(named.filter((file) => file.startsWith(path))).not.toEqual([]);
  });

  it('lists everything that the checks name', () => {
    expect(named.filter((file) => !listed.some((path) => file.startsWith(path)))).toEqual([]);
  });
});
