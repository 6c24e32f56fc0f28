import type { Picture } from '../../domain/look/picture.ts';
import { PICTURES, type PlaybookFiles } from '../files/playbook-files.ts';
import { fileMistake, type Mistake } from '../mistake.ts';
import { pictureName } from './picture-name.ts';
import { type PictureRefusal, parsePictureText } from './picture-text.ts';
import { LARGEST_PICTURE } from './read-picture.ts';

export interface LoadedPictures {
  /** By path, such as `pictures/logo.png`. */
  pictures: Readonly<Record<string, Picture>>;
  mistakes: Mistake[];
}

const NAME = /^pictures\/[a-z0-9][a-z0-9-]{0,59}\.(png|jpe?g|gif|webp)$/;

const KILOBYTES = LARGEST_PICTURE.bytes / 1024;

const refusals: Readonly<Record<PictureRefusal, readonly [problem: string, remedy: string]>> = {
  kind: [
    'this is no PNG, JPEG, GIF or WebP',
    'save it as one of these; mail programs show no other pictures',
  ],
  unreadable: ['this picture cannot be read to its end', 'save it again'],
  sideways: [
    'this photo lies on its side, and only what its camera wrote in it says so',
    'open it, turn it and save it',
  ],
  'too-many-bytes': [
    `this picture is larger than ${KILOBYTES} KB`,
    'make it smaller, or save it as JPEG or WebP',
  ],
  'too-many-pixels': [
    `this picture is wider or higher than ${LARGEST_PICTURE.side} pixels`,
    'make it smaller: a mail shows 512, and twice as many are sharp on every screen',
  ],
};

/** The pictures among the files of a playbook. */
export function loadPictures(files: PlaybookFiles): LoadedPictures {
  const pictures: Record<string, Picture> = {};
  const mistakes: Mistake[] = [];
  for (const [path, text] of Object.entries(files).filter(([path]) => path.startsWith(PICTURES))) {
    const ending = NAME.exec(path)?.[1];
    const found = parsePictureText(text);
    if (ending === undefined)
      mistakes.push(fileMistake(path, 'a picture cannot have this name', `call it ${pictureName(path)}`));
    else if (found === undefined)
      mistakes.push(fileMistake(path, 'there is no picture in this file', 'add it again'));
    else if ('refused' in found) mistakes.push(fileMistake(path, ...refusals[found.refused]));
    else if (found.type !== (ending === 'jpg' ? 'jpeg' : ending))
      mistakes.push(
        fileMistake(
          path,
          `this picture is a ${found.type}, whatever its name says`,
          `call it ${pictureName(path, found.type)}`,
        ),
      );
    else pictures[path] = found;
  }
  return { pictures, mistakes };
}
