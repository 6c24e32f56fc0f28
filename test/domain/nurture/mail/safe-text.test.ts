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

  it('is always on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (said) => {
        expect(safePersonalText(said) ?? '').not.toMatch(/[\r\n\u2028\u2029\0]/);
        expect(headerLine(said)).not.toMatch(/[\r\n\u2028\u2029\0]/);
      }),
    );
  });
});
