import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from '../../../shared/domain/look/picture.ts';

/** What a camera writes that nobody should learn from a mail. */
export const SECRET = 'GPS 52.0907 N 5.1214 E by Eva';

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A PNG of one grey. */
export function png(width = 4, height = 2, noise = 0): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0, seed = 1; at < noise; at++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    rows[at] = seed >>> 24;
  }
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    ...[signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))],
  ]);
}

const jpeg = Buffer.concat([
  Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
    'base64',
  ),
  Buffer.from([0xff, 0xd9]),
]);
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const webp = Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=', 'base64');

/** A picture of each kind without metadata. */
export const clean: Readonly<Record<Picture['type'], Buffer>> = { png: png(), jpeg, gif, webp };

/** The EXIF of a photo that lies as an orientation says. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(SECRET)]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

export function jpegLying(orientation: number): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), segment(0xe1, exif(orientation)), jpeg.subarray(2)]);
}

/** The same pictures with metadata, wherever the format has room for it, and more behind their end. */
export const tellTale: Readonly<Record<Picture['type'], Buffer>> = {
  png: Buffer.concat([
    ...[clean.png.subarray(0, 33), chunk('tEXt', Buffer.from(`Comment\0${SECRET}`)), chunk('eXIf', exif(1))],
    ...[clean.png.subarray(33), Buffer.from(SECRET)],
  ]),
  jpeg: Buffer.concat([...[jpegLying(1).subarray(0, -2), Buffer.from([0xff, 0xd9]), Buffer.from(SECRET)]]),
  gif: Buffer.concat([
    gif.subarray(0, 19),
    Buffer.from([0x21, 0xfe, SECRET.length]),
    ...[Buffer.from(SECRET), Buffer.from([0]), gif.subarray(19), Buffer.from(SECRET)],
  ]),
  webp: webpWith('EXIF', exif(1)),
};

function webpWith(name: string, data: Buffer): Buffer {
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(data.length, 4);
  const padded = data.length % 2 === 0 ? data : Buffer.concat([data, Buffer.alloc(1)]);
  const whole = Buffer.concat([webp, head, padded]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}
