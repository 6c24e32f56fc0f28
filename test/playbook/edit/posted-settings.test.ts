import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editMail, readMailHead, splitMail } from '../../../shared/playbook/edit/edit-mail.ts';
import { KINDS, shownAs, withPosted } from '../../../shared/playbook/edit/posted-settings.ts';
import { rearranged, rearrangementIn } from '../../../shared/playbook/edit/rearrange.ts';
import { fromPointer, settingAt, toPointer } from '../../../shared/playbook/edit/setting-path.ts';

const scoring = () => ({
  windowDays: 90,
  rules: [
    { name: 'Pricing', on: 'page', paths: ['/pricing', '/demo'], points: 3, onDays: 2 },
    { name: 'Any, page', on: 'page', points: 1 },
  ],
});

describe('a form that is sent in', () => {
  it('changes what was typed, and leaves what it did not show', () => {
    const after = withPosted(scoring(), [
      ['number:/rules/0/points', '5'],
      ['list:/rules/0/paths', '/pricing, /prijzen'],
      ['number:/windowDays', '90'],
    ]);
    expect(after).toEqual({
      windowDays: 90,
      rules: [{ ...scoring().rules[0], points: 5, paths: ['/pricing', '/prijzen'] }, scoring().rules[1]],
    });
  });

  it('takes away what was emptied, and groups that are empty then', () => {
    const value = { when: { scoreFrom: 20 }, paths: ['/a'] };
    expect(
      withPosted(value, [
        ['number:/when/scoreFrom', ''],
        ['list:/paths', ' '],
      ]),
    ).toEqual({});
    expect(withPosted({ holidays: [] }, [['list:/holidays', '']])).toEqual({ holidays: [] });
  });

  it('keeps what is no number as it was typed', () => {
    expect(withPosted(scoring(), [['number:/windowDays', 'many']])).toMatchObject({ windowDays: 'many' });
    expect(withPosted({ share: 0.5 }, [['number:/share', '0,25']])).toEqual({ share: 0.25 });
  });

  it('makes groups for new settings, but none for nothing', () => {
    expect(
      withPosted({}, [
        ['number:/when/scoreFrom', '20'],
        ['text:/thanks/title', ''],
      ]),
    ).toEqual({
      when: { scoreFrom: 20 },
    });
  });

  it('knows what is ticked by a field that is always sent', () => {
    expect(
      withPosted({ bands: ['ads', 'guides'] }, [
        ['some:/bands', ''],
        ['some:/bands', 'call'],
        ['some:/bands', 'ads'],
      ]),
    ).toEqual({ bands: ['ads', 'call'] });
    expect(withPosted({ paused: true }, [['flag-:/paused', '']])).toEqual({});
    expect(
      withPosted({}, [
        ['flag-:/paused', ''],
        ['flag-:/paused', 'on'],
      ]),
    ).toEqual({ paused: true });
    expect(withPosted({}, [['flag+:/asked', '']])).toEqual({ asked: false });
    expect(withPosted({ opt: true }, [['flag:/opt', '']])).toEqual({ opt: false });
  });

  it('puts a delay together of a number and a letter', () => {
    const value = { after: '7d' };
    expect(
      withPosted(value, [
        ['delay:/after', '12'],
        ['delay:/after', 'h'],
      ]),
    ).toEqual({ after: '12h' });
    expect(
      withPosted({ again: 'never' }, [
        ['delay:/again/after', ''],
        ['delay:/again/after', 'd'],
      ]),
    ).toEqual({ again: 'never' });
    expect(
      withPosted({ again: 'never' }, [
        ['delay:/again/after', '90'],
        ['delay:/again/after', 'd'],
      ]),
    ).toEqual({ again: { after: '90d' } });
    expect(
      withPosted(value, [
        ['delay:/after', ''],
        ['delay:/after', 'd'],
      ]),
    ).toEqual({});
  });

  it('reaches nothing but settings', () => {
    const after = withPosted({ a: 1 }, [
      ['text:/__proto__/polluted', 'x'],
      ['text:/rules/99/name', 'x'],
      ['oops:/a', '2'],
      ['do', 'save'],
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(after).toEqual({ a: 1, rules: { 99: { name: 'x' } } });
    expect(withPosted([1], [['text:/5', 'x']])).toEqual([1]);
  });

  it('changes nothing when it comes back as it was shown, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }),
        fc.array(fc.constantFrom(...KINDS), { minLength: 1 }),
        (value, kinds) => {
          const form = Object.keys(value).flatMap((key, at) => {
            const kind = kinds[at % kinds.length] ?? 'text';
            const texts = shownAs(kind, value[key]).map((text) => text.replaceAll('\n', '\r\n'));
            const isTicked = kind === 'some' || kind.startsWith('flag');
            return (isTicked ? ['', ...texts] : texts).map(
              (text) => [`${kind}:${toPointer([key])}`, text] as const,
            );
          });
          expect(withPosted(value, form)).toEqual(value);
        },
      ),
    );
  });
});

describe('the path of a setting', () => {
  it('comes back from the name of a field', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (path) => {
        expect(fromPointer(toPointer(path))).toEqual(path);
      }),
    );
  });

  it('leads nowhere else than into the value', () => {
    expect(settingAt({}, ['constructor'])).toBeUndefined();
  });
});

describe('a button of a form', () => {
  const does = (value: unknown, text: string, fresh?: Parameters<typeof rearranged>[2]) => {
    const change = rearrangementIn(text);
    return change && rearranged(value, change, fresh);
  };

  it('moves an entry, and not past the ends', () => {
    expect(does({ a: [1, 2, 3] }, 'up /a/2')).toEqual({ a: [1, 3, 2] });
    expect(does({ a: [1, 2, 3] }, 'down /a/0')).toEqual({ a: [2, 1, 3] });
    expect(does({ a: [1, 2] }, 'up /a/0')).toEqual({ a: [1, 2] });
    expect(does({ a: [1, 2] }, 'down /a/1')).toEqual({ a: [1, 2] });
  });

  it('removes an entry of a list or a group, once', () => {
    expect(does([1, 2], 'remove /0')).toEqual([2]);
    expect(does({ team: { anna: 1 } }, 'remove /team/anna')).toEqual({ team: {} });
    expect(does({ team: {} }, 'remove /team/anna')).toEqual({ team: {} });
    expect(does([1], 'remove /9')).toEqual([1]);
  });

  it('adds at the end, or begins a list, and never overwrites', () => {
    expect(does({ a: [1] }, 'add /a', { value: 2 })).toEqual({ a: [1, 2] });
    expect(does({}, 'add /a', { value: 2 })).toEqual({ a: [2] });
    expect(does(null, 'add ', { value: 2 })).toEqual([2]);
    expect(does({ anna: 1 }, 'add ', { name: 'anna', value: 2 })).toEqual({ anna: 1 });
    expect(does({ anna: 1 }, 'add ', { name: 'bram', value: 2 })).toEqual({ anna: 1, bram: 2 });
  });

  it('does nothing it does not say', () => {
    expect(does({ start: { form: 'x' } }, 'set /start band', { value: { band: 'ads' } })).toEqual({
      start: { band: 'ads' },
    });
    expect(rearrangementIn('save')).toBeUndefined();
    expect(rearrangementIn('add /rules page')).toEqual({ does: 'add', path: ['rules'], what: 'page' });
  });
});

describe('the file of a mail', () => {
  const mail = '---\nsubject: Hello # short\nreason: you asked.\n---\n\n# Hello\n\n---\n\nBye\n';

  it('has settings and a text', () => {
    expect(splitMail(mail)).toEqual({
      head: 'subject: Hello # short\nreason: you asked.\n',
      body: '\n# Hello\n\n---\n\nBye\n',
    });
    expect(splitMail('no settings\n---\n---\n')).toBeUndefined();
  });

  it.each(['\n', '\r\n'])('changes one without the other', (eol) => {
    const text = mail.replaceAll('\n', eol);
    expect(
      editMail(text, { head: readMailHead(text) as object, body: '\r\n# Hello\r\n\r\n---\r\n\r\nBye\r\n' }),
    ).toBe(text);
    const head = { ...(readMailHead(text) as object), subject: 'Bye' };
    expect(editMail(text, { head })).toBe(text.replace('Hello #', 'Bye #'));
    expect(editMail(text, { body: '\nOther\n' })).toBe(
      `${text.slice(0, text.indexOf(`---${eol}${eol}`) + 3)}${eol}${eol}Other${eol}`,
    );
  });
});
