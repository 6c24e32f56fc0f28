import { type Picture, pictureSchema } from '../../domain/look/picture.ts';

/** Why a picture is not taken. `sideways`: only its metadata, which is removed, says how to turn it. */
export const PICTURE_REFUSALS = [
  'kind',
  'unreadable',
  'sideways',
  'too-many-bytes',
  'too-many-pixels',
] as const;
export type PictureRefusal = (typeof PICTURE_REFUSALS)[number];

export type ReadPicture =
  | { ok: true; picture: Picture; bytes: Uint8Array }
  | { ok: false; why: PictureRefusal };

/**
 * What stands for a picture among the texts of a playbook: its digest, kind and size. The bytes are stored under the
 * digest. Of a picture that is not taken: why.
 */
export function pictureText(read: ReadPicture): string {
  return `${JSON.stringify(read.ok ? read.picture : { refused: read.why })}\n`;
}

/** What a text says that stands for a picture; undefined when it is no such text. */
export function parsePictureText(text: string): Picture | { refused: PictureRefusal } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const parsed = pictureSchema.safeParse(value);
    if (parsed.success) return parsed.data;
    const refused = PICTURE_REFUSALS.find((why) => why === (value as { refused?: unknown } | null)?.refused);
    return refused && { refused };
  } catch {
    return undefined;
  }
}
