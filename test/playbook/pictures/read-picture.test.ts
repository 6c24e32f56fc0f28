import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureName } from '../../../shared/playbook/picture-files/picture-name.ts';
import { parsePictureText, pictureText } from '../../../shared/playbook/picture-files/picture-text.ts';
import { LARGEST_PICTURE, readPicture } from '../../../shared/playbook/picture-files/read-picture.ts';
import { clean, jpegLying, png, SECRET, tellTale } from './example-pictures.ts';

const kinds = ['png', 'jpeg', 'gif', 'webp'] as const;

describe.each(kinds)('a %s', (type) => {
  it('is known by its content, and read without what it tells of who took it', () => {
    const read = readPicture(tellTale[type]);
    if (!read.ok) throw new Error(read.why);
    expect(Buffer.from(read.bytes).includes(SECRET)).toBe(false);
    expect(read.picture).toMatchObject({ type, bytes: read.bytes.byteLength });
    expect(readPicture(clean[type])).toEqual(read);
    expect(readPicture(read.bytes)).toEqual(read);
  });

  it('is refused or read whatever was cut off or changed in it, and never fails', () => {
    const whole = tellTale[type];
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
        const bytes = Buffer.from(isCut ? whole.subarray(0, at) : whole);
        if (!isCut && at < bytes.length) bytes[at] = byte;
        const read = readPicture(bytes);
        if (read.ok) expect(readPicture(read.bytes)).toEqual(read);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe('a picture', () => {
  it.each([
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>'),
      'kind',
    ],
    ['a text', Buffer.from('hello'), 'kind'],
    ['nothing', Buffer.alloc(0), 'kind'],
    ['a photo on its side', jpegLying(6), 'sideways'],
    ['more than 2,400 pixels', png(2_401, 1), 'too-many-pixels'],
    ['more than 300 KB', png(1_200, 1_200, 1_200 * 1_200), 'too-many-bytes'],
    ['one that ends too soon', clean.png.subarray(0, -20), 'unreadable'],
  ])('is refused: %s', (_, bytes, why) => {
    expect(readPicture(bytes)).toEqual({ ok: false, why });
  });

  it('may be as large as the limits', () => {
    expect(readPicture(png(LARGEST_PICTURE.side, 2)).ok).toBe(true);
  });

  it('stands in a text, or why it is not taken does', () => {
    const read = readPicture(clean.gif);
    expect(parsePictureText(pictureText(read))).toEqual(read.ok && read.picture);
    expect(parsePictureText(pictureText({ ok: false, why: 'kind' }))).toEqual({ refused: 'kind' });
    for (const text of ['', '{}', 'null', '[1]', '{"digest":"../x"}', '{"refused":"else"}'])
      expect(parsePictureText(text)).toBeUndefined();
  });

  it.each([
    ['Foto van Zoë (1).JPG', 'jpeg', 'pictures/foto-van-zoe-1.jpg'],
    ['C:\\fake\\logo.png', 'webp', 'pictures/logo.webp'],
    ['../../etc/passwd', 'png', 'pictures/passwd.png'],
    ['…', 'gif', 'pictures/picture.gif'],
    ['', undefined, 'pictures/picture.png'],
  ] as const)('called %j is stored by a plain name', (name, type, path) => {
    expect(pictureName(name, type)).toBe(path);
  });
});
