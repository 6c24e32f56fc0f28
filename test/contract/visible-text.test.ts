import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { line } from '../../shared/contract/api-requests.ts';

const schema = line(40);
const pattern = new RegExp(String(z.toJSONSchema(schema, { io: 'input' }).pattern), 'u');
const isAccepted = (text: string) => schema.safeParse(text).success;

describe('text of the API that must not be empty', () => {
  it('is accepted exactly when its description says so, whatever character it is', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0xe0fff; code += code > 0x1ffff && code < 0xdffff ? 0x101 : 1) {
      const text = String.fromCodePoint(code);
      if (pattern.test(text) !== isAccepted(text)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('and whatever characters stand together', () => {
    const some = fc.constantFrom(
      '\u00ad',
      '\u200d',
      '\ufe0f',
      '\u202e',
      '\u200f',
      ' ',
      'a',
      'ا',
      '👍',
      '\u{e0041}',
    );
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 6 }), (parts) => {
        expect(isAccepted(parts.join(''))).toBe(pattern.test(parts.join('')));
      }),
    );
  });
});
