import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../shared/domain/forms/answers.ts';
import { fields, form } from './builders.ts';

const read = (input: Record<string, unknown>) =>
  readAnswers(form({ ask: ['name', 'message'], later: ['phone', 'employees'] }), fields, input);

describe('the answers to a form', () => {
  it('are stored by field, with the address normalised', () => {
    expect(read({ email: ' Ann@Acme.NL ', name: 'Ann', phone: '06-1234 5678' })).toEqual({
      answers: { email: 'ann@acme.nl', values: { name: 'Ann', phone: '06-1234 5678' }, permission: false },
      errors: {},
    });
  });

  it('leave out empty fields and unknown fields', () => {
    const { answers } = read({
      name: '  ',
      message: '\u200b\u2060',
      phone: null,
      company: 'Acme',
      website: 'x',
      constructor: 'y',
    });
    expect(answers.values).toEqual({});
  });

  it.each([
    ['emoji', 'Zoë 👩‍💻', 'Zoë 👩‍💻'],
    ['a name from right to left', 'דנה', 'דנה'],
    ['null bytes', 'An\u0000n', 'Ann'],
    ['half of an emoji', 'Ann\ud83d', 'Ann\ufffd'],
    ['line breaks in a line', 'Ann\r\nLee', 'Ann Lee'],
  ])('are cleaned: %s', (_, given, kept) => {
    expect(read({ name: given }).answers.values.name).toBe(kept);
  });

  it("include the browser's time zone, if it exists", () => {
    expect(read({ _timeZone: 'Australia/Sydney' }).answers.values).toEqual({ timeZone: 'Australia/Sydney' });
    for (const wrong of ['Mars/Olympus', '', 7, ['UTC']]) {
      expect(read({ _timeZone: wrong }).answers.values).toEqual({});
    }
  });

  it('keep the line breaks of a message', () => {
    expect(read({ message: 'One\r\nTwo' }).answers.values.message).toBe('One\nTwo');
  });

  it.each([
    ...[true, 1, 'on', 'On', 'true', 'TRUE', '1', 'yes', 'Yes', ' yes ', 'y', 'ja', 'JA', 'j', 'checked'],
    ...[['on'], ['off', 'on']],
  ])('give permission with %j', (permission) => {
    expect(read({ permission }).answers.permission).toBe(true);
  });

  it.each([
    ...[
      undefined,
      null,
      false,
      0,
      '',
      ' ',
      '0',
      'off',
      'no',
      'No',
      'nee',
      'n',
      'false',
      'yes please',
      'none',
    ],
    ...[[], ['off'], [['on']], {}, { on: true }],
  ])('give no permission with %j', (permission) => {
    expect(read({ permission }).answers.permission).toBe(false);
  });

  it.each(['25', '1.200', '1 200', '20-50', '20 – 50', '500+', '5K', '10 tot 50', 'ca. 50', 250])(
    'accept %j as a number',
    (employees) => {
      expect(read({ employees }).answers.values.employees).toBe(String(employees));
    },
  );
});

describe('a wrong answer', () => {
  it.each([
    ['email', 'ann', { code: 'no-address' }],
    ['email', `${'a'.repeat(300)}@b.nl`, { code: 'no-address' }],
    ['email', ['a@b.nl'], { code: 'no-text' }],
    ['email', 'josé@acme.nl', { code: 'not-mailable' }],
    ['email', 'ａｎｎ@acme.nl', { code: 'not-mailable' }],
    ['name', 'x'.repeat(10_240), { code: 'too-long', max: 200 }],
    ['name', ['Ann', 'Bob'], { code: 'no-text' }],
    ['name', { first: 'Ann' }, { code: 'no-text' }],
    ['name', true, { code: 'no-text' }],
    ['phone', 'call me', { code: 'no-phone-number' }],
    ['employees', 'many', { code: 'no-number' }],
    ['employees', '-5', { code: 'no-number' }],
    ['employees', 2.5, { code: 'no-number' }],
    ['employees', 1.234, { code: 'no-number' }],
    ['employees', 1e21, { code: 'no-number' }],
    ['employees', '51,200', { code: 'no-number' }],
  ])('is reported: %s', (field, value, error) => {
    const { answers, errors } = read({ [field]: value });
    expect(errors).toEqual({ [field]: error });
    expect(answers.values).toEqual({});
  });

  it('is a message that is required and left out, because a known one does not count', () => {
    const asking = form({ ask: ['name', 'message'], require: ['name', 'message'] });
    const errorsOf = (input: Record<string, unknown>) => readAnswers(asking, fields, input).errors;
    expect(errorsOf({ message: ' ' })).toEqual({ message: { code: 'missing' } });
    expect(errorsOf({ message: '\u200b' })).toEqual({ message: { code: 'missing' } });
    expect(errorsOf({ message: ['x'] })).toEqual({ message: { code: 'no-text' } });
    expect(errorsOf({ message: 'Call me' })).toEqual({});
  });

  it('does not hide other errors', () => {
    expect(Object.keys(read({ email: 'x', phone: 'y', employees: 'z' }).errors)).toEqual([
      'email',
      'phone',
      'employees',
    ]);
  });
});
