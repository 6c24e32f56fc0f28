import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import type { Picture } from '../../domain/look/picture.ts';
import type { ReadPicture } from './picture-text.ts';
import { withoutMetadata } from './without-metadata.ts';

/** In bytes and pixels: an item of the table holds a picture, and no mail needs a larger one. */
export const LARGEST_PICTURE = { bytes: 300 * 1024, side: 2_400 } as const;

const TYPES: Readonly<Record<string, Picture['type']>> = {
  png: 'png',
  jpg: 'jpeg',
  gif: 'gif',
  webp: 'webp',
};

/**
 * A picture by its content, whatever its name says, and its bytes without what they tell of the one who took it: the
 * place, the camera, the software. Reading those bytes again gives the same.
 */
export function readPicture(given: Uint8Array): ReadPicture {
  const seen = sizeOf(given);
  const type = TYPES[seen?.type ?? ''];
  if (seen === undefined || type === undefined) return { ok: false, why: 'kind' };
  if ((seen.orientation ?? 1) > 1) return { ok: false, why: 'sideways' };
  const bytes = withoutMetadata(given, type);
  const { width = 0, height = 0 } = (bytes && sizeOf(bytes)) ?? {};
  if (bytes === undefined || width < 1 || height < 1) return { ok: false, why: 'unreadable' };
  if (Math.max(width, height) > LARGEST_PICTURE.side) return { ok: false, why: 'too-many-pixels' };
  if (bytes.byteLength > LARGEST_PICTURE.bytes) return { ok: false, why: 'too-many-bytes' };
  return {
    ok: true,
    picture: { digest: digestOf(bytes), type, width, height, bytes: bytes.byteLength },
    bytes,
  };
}

function sizeOf(bytes: Uint8Array): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(bytes);
  } catch {
    return undefined;
  }
}

/** 144 bits of the SHA-256, in base64url. */
function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 24);
}
