import type { Localised } from '../../domain/language.ts';
import type { Picture } from '../../domain/look/picture.ts';
import type { Mistake, Problem } from '../../domain/playbook/mistake.ts';
import { PICTURES, type PlaybookFiles } from '../files/playbook-files.ts';
import { fileMistake } from '../mistake.ts';
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

const refusals: Readonly<Record<PictureRefusal, Problem>> = {
  kind: {
    problem: {
      nl: 'dit is geen PNG, JPEG, GIF of WebP',
      en: 'this is no PNG, JPEG, GIF or WebP',
    },
    remedy: {
      nl: 'bewaar het als een van deze; mailprogramma’s tonen geen andere afbeeldingen',
      en: 'save it as one of these; mail programs show no other pictures',
    },
  },
  unreadable: {
    problem: {
      nl: 'deze afbeelding is niet tot het eind te lezen',
      en: 'this picture cannot be read to its end',
    },
    remedy: { nl: 'bewaar haar opnieuw', en: 'save it again' },
  },
  sideways: {
    problem: {
      nl: 'deze foto ligt op zijn kant, en alleen wat de camera erin schreef zegt dat',
      en: 'this photo lies on its side, and only what its camera wrote in it says so',
    },
    remedy: { nl: 'open, draai en bewaar hem', en: 'open it, turn it and save it' },
  },
  'too-many-bytes': {
    problem: {
      nl: `deze afbeelding is groter dan ${KILOBYTES} KB`,
      en: `this picture is larger than ${KILOBYTES} KB`,
    },
    remedy: {
      nl: 'maak haar kleiner, of bewaar haar als JPEG of WebP',
      en: 'make it smaller, or save it as JPEG or WebP',
    },
  },
  'too-many-pixels': {
    problem: {
      nl: `deze afbeelding is breder of hoger dan ${LARGEST_PICTURE.side} pixels`,
      en: `this picture is wider or higher than ${LARGEST_PICTURE.side} pixels`,
    },
    remedy: {
      nl: 'maak haar kleiner: een mail toont er 512, en tweemaal zoveel is scherp op elk scherm',
      en: 'make it smaller: a mail shows 512, and twice as many are sharp on every screen',
    },
  },
};

const NO_NAME: Localised = { nl: 'een afbeelding kan niet zo heten', en: 'a picture cannot have this name' };
const NO_PICTURE: Problem = {
  problem: {
    nl: 'er zit geen afbeelding in dit bestand',
    en: 'there is no picture in this file',
  },
  remedy: { nl: 'voeg haar opnieuw toe', en: 'add it again' },
};
const callIt = (name: string): Localised => ({ nl: `noem haar ${name}`, en: `call it ${name}` });
const isKind = (type: string): Localised => ({
  nl: `deze afbeelding is een ${type}, wat de naam ook zegt`,
  en: `this picture is a ${type}, whatever its name says`,
});

/** The pictures among the files of a playbook. */
export function loadPictures(files: PlaybookFiles): LoadedPictures {
  const pictures: Record<string, Picture> = {};
  const mistakes: Mistake[] = [];
  for (const [path, text] of Object.entries(files).filter(([path]) => path.startsWith(PICTURES))) {
    const ending = NAME.exec(path)?.[1];
    const found = parsePictureText(text);
    const add = (problem: Problem) => mistakes.push(fileMistake(path, problem));
    if (ending === undefined) add({ problem: NO_NAME, remedy: callIt(pictureName(path)) });
    else if (found === undefined) add(NO_PICTURE);
    else if ('refused' in found) add(refusals[found.refused]);
    else if (found.type !== (ending === 'jpg' ? 'jpeg' : ending))
      add({ problem: isKind(found.type), remedy: callIt(pictureName(path, found.type)) });
    else pictures[path] = found;
  }
  return { pictures, mistakes };
}
