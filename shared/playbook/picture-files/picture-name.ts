import type { Picture } from '../../domain/look/picture.ts';
import { PICTURES } from '../files/playbook-files.ts';

const ENDINGS: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  jpg: 'jpg',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
};

/** The path of a picture, from any name: small letters, digits and dashes, and the ending of its kind. */
export function pictureName(name: string, type?: Picture['type']): string {
  const [, stem = '', ending = ''] = /([^/\\]*?)(?:\.([a-z]+))?$/.exec(name.toLowerCase()) ?? [];
  const clean = stem
    .normalize('NFD')
    .replace(/\p{Mark}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return `${PICTURES}${clean || 'picture'}.${ENDINGS[type ?? ending] ?? 'png'}`;
}
