import { readFileSync } from 'node:fs';
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
  it('the checks are content', () => {
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
