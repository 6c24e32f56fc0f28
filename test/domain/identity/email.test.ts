import { describe, expect, it } from 'vitest';
import { normaliseEmail } from '../../../shared/domain/identity/email.ts';

describe('an e-mail address', () => {
  it.each([
    ['  Ann@Example.NL ', 'ann@example.nl'],
    ["o'brien+tips@example.co.uk", "o'brien+tips@example.co.uk"],
    ['jan@müller.de', 'jan@xn--mller-kva.de'],
    ['андрей@пример.рф', 'андрей@xn--e1afmkfd.xn--p1ai'],
    ['ANN@exämple.nl', 'ann@xn--exmple-cua.nl'],
  ])('is normalised: %s', (text, normal) => expect(normaliseEmail(text)).toBe(normal));

  it.each([
    '',
    'ann',
    '@example.nl',
    'ann@',
    'ann@localhost',
    'ann@127.0.0.1',
    'ann@example',
    'a b@example.nl',
    'ann@exam ple.nl',
    'ann@example.nl\r\nBcc: x@y.nl',
    'ann@example.nl/path',
    'ann@example..nl',
    '.ann@example.nl',
    'ann..b@example.nl',
    `${'a'.repeat(65)}@example.nl`,
    'ann@example.nl\u0000',
    '"quoted"@example.nl',
    'ann<x>@example.nl',
  ])('is refused when no mailbox can have it: %j', (text) => expect(normaliseEmail(text)).toBeUndefined());
});
