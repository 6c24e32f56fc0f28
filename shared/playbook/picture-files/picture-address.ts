import type { Picture } from '../../domain/look/picture.ts';

const ENDINGS = { png: 'png', jpeg: 'jpg', gif: 'gif', webp: 'webp' } as const satisfies Record<
  Picture['type'],
  string
>;

const NAME = /^([\w-]{24})\.(png|jpg|gif|webp)$/;

/** Where everybody finds a picture, on the address of this system. It never shows anything else. */
export function pictureAddress({ digest, type }: Pick<Picture, 'digest' | 'type'>): string {
  return `/pictures/${digest}.${ENDINGS[type]}`;
}

/** The digest and the type in the last part of that address; undefined when it is none. */
export function parsePictureName(name: string): Pick<Picture, 'digest' | 'type'> | undefined {
  const [, digest, ending] = NAME.exec(name) ?? [];
  if (digest === undefined || ending === undefined) return undefined;
  return { digest, type: ending === 'jpg' ? 'jpeg' : (ending as 'png' | 'gif' | 'webp') };
}
