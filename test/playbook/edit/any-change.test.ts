import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editYaml, readYaml } from '../../../shared/playbook/edit/edit-yaml.ts';
import { parts, remarksIn, shipped, without } from './shipped-texts.ts';

/** Somebody's change somewhere in a value: a setting gets another value, an entry goes, comes or moves. */
function changed(value: unknown, picks: number[], fresh: unknown, isSingle = false): unknown {
  const root = structuredClone(value);
  const places: { group: Record<string | number, unknown>; key: string | number }[] = [];
  const walk = (group: unknown) => {
    if (typeof group !== 'object' || group === null) return;
    for (const key of Array.isArray(group) ? group.keys() : Object.keys(group)) {
      places.push({ group: group as Record<string | number, unknown>, key });
      walk((group as Record<string | number, unknown>)[key]);
    }
  };
  walk(root);
  const [which = 0, how = 0, where = 0] = picks;
  const some = places.filter(({ group, key }) => !isSingle || typeof group[key] !== 'object');
  const place = some[which % some.length];
  if (place === undefined) return root;
  const { group, key } = place;
  if (Array.isArray(group) && how % 4 === 0) group.splice(key as number, 1);
  else if (Array.isArray(group) && how % 4 === 1)
    group.splice(where % group.length, 0, ...group.splice(key as number, 1));
  else if (Array.isArray(group) && how % 4 === 2) group.push(structuredClone(group[0]));
  else if (how % 4 === 3 && !isSingle && !Array.isArray(group)) delete group[key];
  else group[key] = fresh;
  return root;
}

describe('any change of any file', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      'yes',
      'null',
      '1e3',
      '- a',
      '# no',
      'a: b',
      ' x ',
      'line\nline\n',
      "'",
      '"',
      '{',
      '*a',
      '&b',
      '!c',
      '',
    ),
  );
  const fresh = fc.oneof(
    texts,
    fc.integer(),
    fc.boolean(),
    fc.array(texts, { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom('nl', 'en', 'points', 'when'),
      fc.oneof(texts, fc.array(texts, { maxLength: 2 })),
      { maxKeys: 3, noNullPrototype: true },
    ),
  );

  it.each(parts)('is read back from %s.yaml as it was meant', (part) => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 }),
        fresh,
        fc.boolean(),
        (picks, one, isWindows) => {
          const text = isWindows
            ? (shipped[part] as string).replaceAll('\n', '\r\n')
            : (shipped[part] as string);
          const value = changed(readYaml(text)?.value, picks, one);
          expect(readYaml(editYaml(text, value))?.value).toEqual(value);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(parts)('keeps the remarks and lines of all others in %s.yaml', (part) => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 99 }), (which, number) => {
        const text = shipped[part] as string;
        const value = changed(readYaml(text)?.value, [which, 7, 0], `x${number}`, true);
        const after = editYaml(text, value);
        expect(without(remarksIn(text), remarksIn(after))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
