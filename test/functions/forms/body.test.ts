import { describe, expect, it } from 'vitest';
import { readBody } from '../../../functions/forms/body.ts';
import { request } from './request.ts';

/** A body as API Gateway passes it: JSON as text, all else in base64. */
const sent = (contentType: string, body: Buffer | string) => {
  const isBase64Encoded = !contentType.startsWith('application/json');
  const bytes = Buffer.from(body);
  const headers = { 'content-type': contentType };
  return readBody(
    request({ headers, body: bytes.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded }),
  );
};

const URLENCODED = 'application/x-www-form-urlencoded';
const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('an urlencoded form', () => {
  it.each([
    ['UTF-8', URLENCODED, 'name=Zo%C3%AB+L', 'Zoë L'],
    ['UTF-8 without escapes', URLENCODED, 'name=Zoë', 'Zoë'],
    ['its content type', `${URLENCODED}; charset=windows-1252`, 'name=Zo%EB+%80', 'Zoë €'],
    ['its content type, in capitals and quotes', `${URLENCODED};CHARSET="ISO-8859-1"`, 'name=Zo%EB', 'Zoë'],
    ['the browser', URLENCODED, 'name=Zo%EB&_charset_=windows-1252', 'Zoë'],
    [
      'the browser, whatever the content type',
      `${URLENCODED}; charset=utf-8`,
      '_charset_=iso-8859-15&name=%A4',
      '€',
    ],
    ['the browser, for Russian', URLENCODED, '_charset_=windows-1251&name=%C0%ED%ED%E0', 'Анна'],
    ['the browser, for Japanese', URLENCODED, '_charset_=Shift_JIS&name=%96%BC', '名'],
    ['nobody, on a page of Western Europe', URLENCODED, 'name=Zo%EB+%93x%94', 'Zoë “x”'],
    [
      'the browser, with a character that it lacks',
      URLENCODED,
      '_charset_=windows-1252&name=%26%23321%3Bukasz',
      'Łukasz',
    ],
    [
      'the browser, with a character that is none',
      URLENCODED,
      '_charset_=windows-1252&name=%26%239999999%3B',
      '&#9999999;',
    ],
    ['a mark at its beginning', URLENCODED, '\ufeffname=Zo%C3%AB', 'Zoë'],
    ['a field with a mark', URLENCODED, 'name=%EF%BB%BFZo%C3%AB', 'Zoë'],
  ])('is read in the encoding of %s', async (_, type, body, name) => {
    expect(await sent(type, body)).toMatchObject({ name });
  });

  it('is read without escapes in another encoding', async () => {
    expect(await sent(`${URLENCODED}; charset=windows-1252`, latin1('name=Zo\u00eb'))).toEqual({
      name: 'Zoë',
    });
  });

  it.each([
    [`${URLENCODED}; charset=utf-7`, 'name=a'],
    [`${URLENCODED}; charset=utf-8`, 'name=Zo%EB'],
    [URLENCODED, '_charset_=klingon&name=a'],
    [URLENCODED, '_charset_=iso-2022-kr&name=a'],
    [URLENCODED, '_charset_=Shift_JIS&name=%81'],
  ])('is refused in an encoding that is not there, or is not that: %s %s', async (type, body) => {
    expect(await sent(type, body)).toBe('wrong-encoding');
  });

  it.each([
    ['name=a&name=b', { name: 'b' }],
    ['name[]=a&permission[]=on', { name: 'a', permission: 'on' }],
    ['permission=off&permission=on', { permission: 'on' }],
    ['permission=true&permission=false', { permission: 'true' }],
    ['permission=off&permission=no', { permission: 'no' }],
  ])('may have a name twice, or a list: %s', async (body, input) => {
    expect(await sent(URLENCODED, body)).toEqual(input);
  });
});

describe('a multipart form', () => {
  const part = (name: string, value: string, type = '') =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n${type && `Content-Type: ${type}\r\n`}\r\n${value}\r\n`;
  const multipart = (...parts: string[]) =>
    sent('multipart/form-data; boundary=x', latin1(`${parts.join('')}--x--\r\n`));

  it.each([
    ['UTF-8', [part('name', 'Zo\u00c3\u00ab')]],
    ['the browser', [part('name', 'Zo\u00eb'), part('_charset_', 'windows-1252')]],
    ['nobody', [part('name', 'Zo\u00eb')]],
    ['the part itself', [part('name', 'Zo\u00eb', 'text/plain; charset=iso-8859-1')]],
    [
      'each part',
      [
        part('company', '\u00c0', 'text/plain; charset="windows-1251"'),
        part('name', 'Zo\u00c3\u00ab', 'text/plain; charset=UTF-8'),
      ],
    ],
    [
      'the part itself, in any order of its headers',
      [part('name', 'Zo\u0091', 'text/plain; charset=macintosh').replace(/(C.*\r\n)(C.*\r\n)/, '$2$1')],
    ],
    ['a mark at its beginning', ['\u00ef\u00bb\u00bf', part('name', 'Zo\u00c3\u00ab')]],
  ])('is read in the encoding of %s', async (_, parts) => {
    expect(await multipart(...parts)).toMatchObject({ name: 'Zoë' });
  });

  it('is refused in an encoding that is not there', async () => {
    expect(await multipart(part('name', 'a', 'text/plain; charset=klingon'))).toBe('wrong-encoding');
  });

  it('gives permission beside a hidden field', async () => {
    expect(await multipart(part('permission', 'off'), part('permission', 'on'))).toEqual({
      permission: 'on',
    });
  });
});

describe('a form as JSON', () => {
  it.each(['\ufeff{"name":"Zoë"}', ' {"name":"Zo\\u00eb"}'])('is read: %j', async (body) => {
    expect(await sent('application/json; charset=UTF-8', body)).toEqual({ name: 'Zoë' });
  });

  it.each([
    ['application/json', latin1('{"name":"Zo\u00eb"}')],
    ['application/json; charset=windows-1252', Buffer.from('{"name":"Zoë"}')],
  ])('is refused when it is not UTF-8', async (type, body) => {
    expect(await sent(type, body)).toBe('wrong-encoding');
  });

  it('is refused when it is nested without end', async () => {
    expect(await sent('application/json', `{"name":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)).toBe(
      'unreadable',
    );
  });
});

describe('the size of a form', () => {
  it('is counted in bytes', async () => {
    const half = 'é'.repeat(51 * 1024);
    expect(await sent(URLENCODED, `name=${half}`)).toBe('too-large');
    expect(await sent('application/json', JSON.stringify({ name: half }))).toBe('too-large');
    expect(await sent(URLENCODED, `name=${'e'.repeat(51 * 1024)}`)).toMatchObject({});
  });
});
