import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../shared/domain/read-json.ts';

const read = (text: string) => {
  const json = readJson(text);
  return json.ok ? json.value : json.reason;
};

describe('JSON from outside', () => {
  it('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'small' }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/\d{16}/.test(text));
        expect(read(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', '9007199254740993'],
    ['-9007199254740993', '-9007199254740993'],
    ['1732862400000000000', '1732862400000000000'],
    ['9007199254740992.5', '9007199254740992.5'],
    ['-1e20', -1e20],
    ['1e-200', 1e-200],
    ['1e999', '1e999'],
    ['[{"a":12345678901234567890}]', [{ a: '12345678901234567890' }]],
  ])('keeps the number %s', (text, value) => expect(read(text)).toEqual(value));

  it('keeps names that every object inherits', () => {
    const value = read('{"__proto__":{"a":1},"constructor":true}') as object;
    expect(Object.entries(value)).toEqual([
      ['__proto__', { a: 1 }],
      ['constructor', true],
    ]);
  });

  it('may begin with a byte order mark', () => expect(read('\ufeff{"a":1}')).toEqual({ a: 1 }));

  it.each(['', '{', '[1,]', '\ufeff\ufeff1', '"\\', 'undefined'])('is refused when it is none: %s', (text) =>
    expect(read(text)).toBe('This is not JSON'),
  );

  it('is refused when it is nested too deeply, however it ends', () => {
    const nested = (depth: number) => `${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`;
    expect(readJson(nested(64)).ok).toBe(true);
    for (const text of [nested(66), '['.repeat(200_000), nested(200_000)]) {
      expect(read(text)).toBe('Nest at most 64 levels');
    }
  });

  it('may have any number of brackets in texts', () => {
    const text = `${'['.repeat(100)}"\\${'{'.repeat(100)}`;
    expect(read(JSON.stringify([text, { [text]: text }]))).toEqual([text, { [text]: text }]);
  });
});
