import * as z from 'zod/mini';
import { PICTURE_TYPES, type Picture } from '../../domain/look/picture.ts';
import { Entity } from '../entity.ts';
import type { Table } from '../table.ts';

const holdsPicture = () =>
  z.object({
    type: z.enum(PICTURE_TYPES),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  });

/** A picture as everybody may see it. */
export type StoredPicture = z.infer<ReturnType<typeof holdsPicture>>;

export const pictureEntity = new Entity({
  kind: 'picture',
  key: 'PICTURE#{digest} / PICTURE',
  holds: holdsPicture,
  written: 'once',
  lives: 'for good: mails that were sent show it',
  largest: { bytes: 310_000, why: 'a picture has at most 300 KB' },
});

/** Stores a picture. Doing it again changes nothing: its digest is that of its bytes. */
export async function putPicture(
  table: Table,
  { digest, type }: Pick<Picture, 'digest' | 'type'>,
  bytes: Uint8Array,
): Promise<void> {
  await pictureEntity.put(table, { digest }, { type, bytes });
}

/** Some 38 read units for 300 KB, and twice as many for one that was stored this very moment. */
export async function getPicture(table: Table, digest: string): Promise<StoredPicture | undefined> {
  return (
    (await pictureEntity.get(table, { digest }, { isConsistent: false })) ??
    (await pictureEntity.get(table, { digest }))
  );
}
