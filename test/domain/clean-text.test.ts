import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, cleanLines } from '../../shared/domain/clean-text.ts';

describe('text from outside', () => {
  it.each([
    ['an override of direction', 'Ann\u202egro.live', 'Anngro.live'],
    [
      'embeddings, isolates and their ends',
      '\u202aA\u202bn\u202cn\u202d \u2066V\u2067r\u2068ie\u2069s',
      'Ann Vries',
    ],
    ['marks of direction without letters from the right', '\u200eAnn\u200f\u061c', 'Ann'],
    ['what has no width', '\u200bA\u2060n\ufeffn\u00ad', 'Ann'],
    ['joiners between letters that do not join', 'A\u200dn\u200cn\u200d', 'Ann'],
    ['signs that look like nothing', '\u3164A\u115f\u180enn\uffa0', 'Ann'],
    ['hidden words in tags', 'Ann\u{e0041}\u{e0042}', 'Ann'],
    ['a selector without a character', ' \ufe0fAnn', 'Ann'],
    ['notes between lines', 'A\ufff9n\ufffan\ufffb', 'Ann'],
    ['control characters', 'A\u0000n\u0085n\u2028', 'Ann'],
  ])('loses %s', (_, given, left) => {
    expect(clean(given, 100)).toBe(left);
    expect(cleanLines(given, 100)).toBe(left);
  });

  it.each([
    ['Arabic', 'شركة النور للتجارة'],
    ['Hebrew with marks of direction', 'בע״מ \u200fAcme\u200e (ישראל)'],
    ['Persian with its joiner', 'می\u200cخواهم'],
    ['Hindi with its joiner', 'क्\u200dष'],
    ['a family', '👩\u200d👩\u200d👧'],
    ['a heart on fire', '❤\ufe0f\u200d🔥'],
    ['an engineer', '👩🏽\u200d💻'],
    ['a number in a key', '1\ufe0f\u20e3'],
    ['the flag of England', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['a Japanese name with an old letter', '葛\u{e0100}城'],
    ['accents that stand apart', 'Zoe\u0308'],
  ])('keeps %s', (_, text) => {
    expect(clean(text, 100)).toBe(text);
    expect(cleanLines(`${text}\r\n${text}`, 100)).toBe(`${text}\n${text}`);
  });

  it('turns no text around, whatever it is, and is clean the second time', () => {
    const marks = fc.constantFrom('\u202e', '\u2066', '\u200d', '\u200c', '\ufe0f', '\u200f', '\u{e0067}');
    const letters = fc.constantFrom('a', 'ש', 'م', '👩', '🏴', ' ', '\n', '1');
    const texts = fc.string({ unit: fc.oneof(marks, letters, fc.string({ minLength: 1, maxLength: 1 })) });
    fc.assert(
      fc.property(texts, (text) => {
        const once = cleanLines(text, 1_000);
        expect(once).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u00ad]/);
        expect(cleanLines(once, 1_000)).toBe(once);
      }),
    );
  });
});
