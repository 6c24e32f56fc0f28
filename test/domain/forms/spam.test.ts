import { describe, expect, it } from 'vitest';
import { spamSign } from '../../../shared/domain/forms/spam.ts';

const NOW = '2026-11-22T12:00:10.000Z';

describe('a form that was sent', () => {
  it.each([
    ['by somebody who saw the hidden question', { _website: 'https://x.test' }, 'honeypot'],
    ['within a tenth of a second', { _t: '2026-11-22T12:00:09.901Z' }, 'too-fast'],
    ['after a tenth of a second', { _t: '2026-11-22T12:00:09.900Z' }, undefined],
    ['by a page that does not say when it was shown', {}, undefined],
    ['by a page that says nonsense', { _t: 'x', _website: ' ' }, undefined],
    ['by a browser whose clock is ahead', { _t: '2026-11-22T12:30:00.000Z' }, undefined],
  ])('%s', (_, input, sign) => {
    expect(spamSign(input, NOW)).toBe(sign);
  });
});
