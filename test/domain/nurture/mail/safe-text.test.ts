import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerLine, safePersonalText } from '../../../../shared/domain/nurture/mail/safe-text.ts';

describe('a name from a form', () => {
  it.each([
    ['Noor', 'Noor'],
    ['  Noor   Jansen ', 'Noor Jansen'],
    ['Booking.com', 'Booking.com'],
    ['Müller & Söhne GmbH', 'Müller & Söhne GmbH'],
    ['محمد', 'محمد'],
    ['👩‍💻', '👩‍💻'],
  ])('is kept: %s', (said, words) => {
    expect(safePersonalText(said)).toBe(words);
  });

  it.each([
    ['Ann\r\nBcc: Bob', 'Ann Bcc: Bob'],
    ['Ann\u0000\u2028Bob', 'Ann Bob'],
    ['Ann\ufeff \t Bob', 'Ann Bob'],
    ['Ann\u202eBob\u2069', 'Ann Bob'],
    ['Ann\ud83d', 'Ann\ufffd'],
    ['Wwwim', 'Wwwim'],
    ['Bob: //', 'Bob: //'],
  ])('is made safe: %j', (said, words) => {
    expect(safePersonalText(said)).toBe(words);
  });

  it.each(['see https://x.nl', 'WWW.x.nl', 'me@x.nl', '', ' \r\n\u200e', undefined])(
    'is no name: %j',
    (said) => {
      expect(safePersonalText(said)).toBeUndefined();
    },
  );

  it('has at most 60 characters', () => {
    expect(safePersonalText('n'.repeat(60))).toBe('n'.repeat(60));
    expect(safePersonalText('n'.repeat(61))).toBeUndefined();
  });

  it('is always on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (said) => {
        expect(safePersonalText(said) ?? '').not.toMatch(/[\r\n\u2028\u2029\0]/);
        expect(headerLine(said)).not.toMatch(/[\r\n\u2028\u2029\0]/);
      }),
    );
  });
});

describe('a line in the head of a mail', () => {
  it('has no breaks, and no marks that turn text around', () => {
    expect(headerLine('Hello\r\nBcc:\u0085 \u202eBob ')).toBe('Hello Bcc: Bob');
    expect(headerLine('Bo\u202eb')).toBe('Bob');
  });

  it('has at most 200 characters, and shows where it was cut', () => {
    expect(headerLine('n'.repeat(200))).toBe('n'.repeat(200));
    expect(headerLine('n'.repeat(201))).toBe(`${'n'.repeat(199)}…`);
    expect(headerLine('👍'.repeat(200))).toBe('👍'.repeat(200));
    expect(headerLine('👍'.repeat(201))).toBe(`${'👍'.repeat(199)}…`);
    expect(headerLine(`${'n'.repeat(198)} and more`)).toBe(`${'n'.repeat(198)}…`);
  });
});
