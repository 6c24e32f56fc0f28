import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Parser, remembering } from '../../../../../infra/local/services/dynamodb/expressions.ts';

const require = createRequire(import.meta.url);

/** dynalite's own parser, whatever the twin made of it. */
function parserOf(name: string): Parser {
  const path = require.resolve(`dynalite/db/${name}`);
  const used = require.cache[path];
  delete require.cache[path];
  const parser = require(path) as Parser;
  if (used) require.cache[path] = used;
  return parser;
}

const expressions = {
  conditionParser: [
    ...['attribute_not_exists(PK)', '#a = :x AND (#b <> :y OR NOT a < :x)', 'a IN (:x, :y)', 'size(#a) > :x'],
    ...['begins_with(#a, :x)', 'contains(a, :x)', 'a BETWEEN :x AND :y', 'attribute_type(a, :x)'],
    ...['size(:x) > :y', 'a = ', 'a = a', 'unknown(a)', ':x = :x', '#a.#b[2] = :x'],
  ],
  updateParser: [
    ...['SET #a = :x, b = if_not_exists(#b, :y)', 'SET a = a + :x', 'SET a = list_append(a, :x) REMOVE #b'],
    ...[
      'ADD a :x',
      'DELETE a :x',
      'SET a = :x SET b = :y',
      'SET a = :x, a = :y',
      'SET a = :x, b = :x',
      'SET a',
    ],
  ],
  projectionParser: ['a, #b', '#a.#b', 'a, a', '#a,'],
};

const value = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map((n) => ({ N: String(n) })),
  fc.constantFrom('S', 'SS', 'zz').map((S) => ({ S })),
  fc.constantFrom(
    { B: 'AQ==' },
    { BOOL: true },
    { SS: ['a'] },
    { L: [{ S: 'a' }] },
    { M: { S: { N: '1' } } },
  ),
);
const given = fc.record({
  names: fc.constantFrom(undefined, { '#a': 'a' }, { '#a': 'one', '#b': 'two' }, { '#a': 'a', '#b': 'a' }),
  values: fc.record({ ':x': value, ':y': value }, { requiredKeys: [] }),
});

describe.each(Object.entries(expressions))('the %s that remembers expressions', (name, texts) => {
  it('answers as if it parsed each anew', () => {
    const { parse } = parserOf(name);
    const remembered = remembering(parse);
    const answerOf = (parser: Parser['parse'], text: string, { names, values }: Given) => {
      const context = {
        ...{ attrNames: names, attrVals: structuredClone(values), isReserved: () => false },
        ...{ unusedAttrNames: unused(names), unusedAttrVals: unused(values), compare: greater },
      };
      try {
        const answer = parser(text, { context });
        const seen = JSON.stringify([answer, context.unusedAttrNames, context.unusedAttrVals]);
        // As dynalite does with what it parsed.
        if (typeof answer === 'object') for (const part of Object.keys(answer)) delete answer[part];
        return seen;
      } catch (error) {
        return String(error);
      }
    };
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...texts), given), { maxLength: 40 }), (calls) => {
        for (const [text, about] of calls)
          expect(answerOf(remembered, text, about)).toBe(answerOf(parse, text, about));
      }),
    );
  });
});

type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;

const unused = (used: object = {}) =>
  Object.fromEntries(Object.keys(used).map((name) => [name, true as const]));
const greater = (_: string, x: { N?: string }, y: { N?: string }) => Number(x.N) > Number(y.N);
