import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainOf, isMailable, normaliseEmail } from '../../../shared/domain/identity/email.ts';

/** With three more characters the longest address there is: 254. */
const LONG = `${'a'.repeat(64)}@${`${'b'.repeat(61)}.`.repeat(3)}`;

describe('an e-mail address', () => {
  it.each([
    ['  Ann@Example.NL ', 'ann@example.nl'],
    ["o'brien+tips@example.co.uk", "o'brien+tips@example.co.uk"],
    ['jan@müller.de', 'jan@xn--mller-kva.de'],
    ['андрей@пример.рф', 'андрей@xn--e1afmkfd.xn--p1ai'],
    ['ANN@exämple.nl', 'ann@xn--exmple-cua.nl'],
    ['ann@ｅｘａｍｐｌｅ．nl', 'ann@example.nl'],
    ['Ann Lee <Ann@example.nl>', 'ann@example.nl'],
    ['"Lee, Ann" <mailto:ann@example.nl>', 'ann@example.nl'],
    ['<ann@example.nl>', 'ann@example.nl'],
    ['mailto:ann@example.nl?subject=Hello', 'ann@example.nl'],
    ['MAILTO: ann@example.nl', 'ann@example.nl'],
    ['ann@example.nl.', 'ann@example.nl'],
    ['ann@example.nl, ', 'ann@example.nl'],
    ['ann@example.nl;', 'ann@example.nl'],
    ['ann＠example.nl', 'ann@example.nl'],
    ['ann@my\u2011example.nl', 'ann@my-example.nl'],
    ['ann@my\u2013example.nl', 'ann@my-example.nl'],
    ['ann@l·l.cat', 'ann@xn--ll-0ea.cat'],
    ['ann\ufe6bexample.nl', 'ann@example.nl'],
    ['< ann@example.nl >', 'ann@example.nl'],
    [' Ann <ann@example.nl>\n', 'ann@example.nl'],
    ['ann@example.nl.,', 'ann@example.nl'],
    ['a@b.nl', 'a@b.nl'],
    [`${'a'.repeat(64)}@example.nl`, `${'a'.repeat(64)}@example.nl`],
    [`ann@${'a'.repeat(63)}.nl`, `ann@${'a'.repeat(63)}.nl`],
    [`${LONG}org`, `${LONG}org`],
  ])('is normalised: %s', (text, normal) => expect(normaliseEmail(text)).toBe(normal));

  it.each([
    '',
    'ann',
    '@example.nl',
    'example.nl',
    'ann@',
    'ann@localhost',
    'ann@127.0.0.1',
    'ann@example',
    'a b@example.nl',
    'ann@exam ple.nl',
    'ann@example.nl\r\nBcc: x@y.nl',
    'ann@example.nl/path',
    'ann@example..nl',
    'ann@example.nl”',
    'ann@‘example’.nl',
    'ann@example→.nl',
    '.ann@example.nl',
    'ann..b@example.nl',
    `${'a'.repeat(65)}@example.nl`,
    'ann@example.nl\u0000',
    '"quoted"@example.nl',
    'ann<x>@example.nl',
    'ann@example.nl Bcc: <bob@example.nl>',
    'ann@example.nl, bob@example.nl',
    'Ann <ann@example.nl> <bob@example.nl>',
    'ann@evil.nl <ann@example.nl>',
    'ann@example.nl:80',
    'ann@exam\tple.nl',
    'ann@exam%70le.nl',
    'xmailto:ann@example.nl',
    'a\u2003b@example.nl',
    'a\ue000b@example.nl',
    'ann@-example.nl',
    'ann@example-.nl',
    'ann@example.n',
    'ann@example.1nl',
    'ann@example.nl-',
    `ann@${'a'.repeat(64)}.nl`,
    `ann@example.${'a'.repeat(64)}`,
    `${LONG}info`,
    `ann@${'a.'.repeat(125)}nl`,
  ])('is refused when no mailbox can have it: %j', (text) => expect(normaliseEmail(text)).toBeUndefined());

  it.each([
    ['a zero-width space', '\u200b'],
    ['a zero-width joiner', '\u200d'],
    ['a word joiner', '\u2060'],
    ['a soft hyphen', '\u00ad'],
    ['a byte order mark', '\ufeff'],
    ['a mark of direction', '\u202a'],
    ['an isolate', '\u2068'],
    ['a variation selector', '\ufe0f'],
  ])('loses %s, wherever it is', (_, mark) => {
    const address = 'ann@example.nl';
    for (let at = 0; at <= address.length; at++) {
      expect(normaliseEmail(address.slice(0, at) + mark + address.slice(at))).toBe(address);
    }
  });

  it('loses white space of any kind around it', () => {
    expect(normaliseEmail('\u00a0\u3000ann@example.nl\u2003\t\r\n')).toBe('ann@example.nl');
  });

  it('has the domain after its last @', () => {
    expect(domainOf('ann@example.nl')).toBe('example.nl');
  });

  it('is the same when it is normalised again', () => {
    const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(part, part, (local, domain) => {
        const once = normaliseEmail(`${local}@${domain}.nl`);
        return once === undefined || normaliseEmail(once) === once;
      }),
    );
  });

  it.each(['josé@example.nl', 'ａｎｎ@example.nl', '名@example.nl', 'हिन्दी@example.nl', '😀@example.nl'])(
    'cannot be mailed by SES when its local part is not ASCII: %s',
    (text) => {
      const email = normaliseEmail(text) ?? '';
      expect(email).toContain('@example.nl');
      expect(isMailable(email)).toBe(false);
    },
  );

  it.each(['jan@müller.de', "o'brien+tips@example.nl", 'a!#$%&*/=?^_`{|}~-b@example.nl'])(
    'can be mailed: %s',
    (text) => expect(isMailable(normaliseEmail(text) ?? '')).toBe(true),
  );
});
