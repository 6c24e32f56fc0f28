import type { Picture } from '../../domain/look/picture.ts';

type Strip = (bytes: Buffer) => Buffer[];

/**
 * A picture with only what shows it: its colours and its pixels. Places, names, comments, and whatever follows its end are
 * left out.
 * @returns undefined when it cannot be read to its end
 */
export function withoutMetadata(bytes: Uint8Array, type: Picture['type']): Uint8Array | undefined {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return Buffer.concat(strips[type](whole));
  } catch {
    return undefined;
  }
}

const strips: Readonly<Record<Picture['type'], Strip>> = { png, jpeg, gif, webp };

/** The chunks that change what people see (PNG, third edition, 11; APNG). */
const PNG_KEPT = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|cICP|sBIT|bKGD|pHYs|acTL|fcTL|fdAT)$/;

function png(bytes: Buffer): Buffer[] {
  const kept = [part(bytes, 0, 8)];
  for (let at = 8; ; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const chunk = part(bytes, at, length + 12);
    if (PNG_KEPT.test(name)) kept.push(chunk);
    if (name === 'IEND') return kept;
    at += chunk.length;
  }
}

const JPEG = { scan: 0xda, end: 0xd9, app: 0xe0, comment: 0xfe, hasNoLength: /^(?:01|d[0-8])$/ } as const;

function jpeg(bytes: Buffer): Buffer[] {
  const kept = [part(bytes, 0, 2)];
  for (let at = 2; ; ) {
    if (bytes.readUInt8(at) !== 0xff) throw new Error('No marker');
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const hasNoLength = marker === JPEG.end || JPEG.hasNoLength.test(marker.toString(16));
    const length = hasNoLength ? 2 : bytes.readUInt16BE(at + 2) + 2;
    const segment = part(bytes, at, length);
    if (isShownByJpeg(marker, segment)) kept.push(segment);
    if (marker === JPEG.end) return kept;
    at += length;
    if (marker !== JPEG.scan) continue;
    const end = endOfScan(bytes, at);
    kept.push(part(bytes, at, end - at));
    at = end;
  }
}

/** Of what programs add, the JFIF header, the colour profile and Adobe's colour transform. */
function isShownByJpeg(marker: number, segment: Buffer): boolean {
  if (marker === JPEG.comment) return false;
  if (marker < JPEG.app || marker > JPEG.app + 15) return true;
  const name = segment.toString('latin1', 4, 16);
  return /^(?:JFIF\0|ICC_PROFILE\0|Adobe)/.test(name);
}

/** Where the next marker stands that is not part of the compressed data (ITU-T T.81, B.1.1.2). */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes.readUInt8(at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new Error('No end');
}

const GIF = { extension: 0x21, image: 0x2c, end: 0x3b, control: 0xf9, application: 0xff } as const;

function gif(bytes: Buffer): Buffer[] {
  const kept = [part(bytes, 0, 13 + coloursIn(bytes.readUInt8(10)))];
  for (let at = (kept[0] as Buffer).length; ; ) {
    const kind = bytes.readUInt8(at);
    if (kind === GIF.end) return [...kept, part(bytes, at, 1)];
    if (kind !== GIF.extension && kind !== GIF.image) throw new Error('No block');
    const head = kind === GIF.image ? 10 + coloursIn(bytes.readUInt8(at + 9)) + 1 : 2;
    const end = endOfBlocks(bytes, at + head);
    const block = part(bytes, at, end - at);
    const label = bytes.readUInt8(at + 1);
    const isLoop =
      label === GIF.application && /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)/.test(block.toString('latin1', 3, 14));
    if (kind === GIF.image || label === GIF.control || isLoop) kept.push(block);
    at = end;
  }
}

/** The bytes of a table of colours, by the flags that announce it. */
function coloursIn(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function endOfBlocks(bytes: Buffer, from: number): number {
  for (let at = from; ; ) {
    const size = bytes.readUInt8(at);
    at += size + 1;
    if (size === 0) return at;
  }
}

const WEBP_KEPT = /^(?:VP8 |VP8L|VP8X|ALPH|ANIM|ANMF|ICCP)$/;
/** The flags of the header that announce EXIF and XMP. */
const WEBP_FLAGS = 0x0c;

function webp(bytes: Buffer): Buffer[] {
  const end = 8 + bytes.readUInt32LE(4);
  const kept: Buffer[] = [];
  for (let at = 12; at < end; ) {
    const size = bytes.readUInt32LE(at + 4);
    const name = bytes.toString('latin1', at, at + 4);
    const chunk = Buffer.from(part(bytes, at, 8 + size + (size % 2)));
    if (name === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~WEBP_FLAGS, 8);
    if (WEBP_KEPT.test(name)) kept.push(chunk);
    at += chunk.length;
  }
  const head = Buffer.from(part(bytes, 0, 12));
  head.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4);
  return [head, ...kept];
}

/** @throws RangeError when the picture ends before it */
function part(bytes: Buffer, from: number, length: number): Buffer {
  if (from + length > bytes.length) throw new RangeError('Cut off');
  return bytes.subarray(from, from + length);
}
