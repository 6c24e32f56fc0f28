import type { Language } from '../../domain/language.ts';
import type { Company } from '../../domain/look/company.ts';
import type { Picture } from '../../domain/look/picture.ts';
import { pictureAddress } from '../picture-files/picture-address.ts';
import { escaped, type Pictures } from './to-mjml.ts';

/** Where the pictures of a playbook are once a mail is sent; `mask` hides what is filled in then. */
export function shownPictures(
  pictures: Readonly<Record<string, Picture>> = {},
  mask: (src: string) => string,
): Pictures {
  return Object.fromEntries(
    Object.entries(pictures).map(([path, picture]) => {
      const { width, height } = picture;
      return [path, { src: mask(`{{ publicUrl }}${pictureAddress(picture)}`), width, height }];
    }),
  );
}

/** In pixels: beside it stands a name of 20 pixels. */
const LARGEST_LOGO = { width: 240, height: 48 };

/** The company's logo, for light and dark, with its name if that is not in it; undefined when it has none. */
export function mailLogo(
  { name, logo }: Company,
  pictures: Pictures,
  language: Language,
): string | undefined {
  const light = logo && pictures[logo.light];
  if (logo === undefined || light === undefined) return undefined;
  const dark = logo.dark === undefined ? undefined : pictures[logo.dark];
  const alt = logo.withName ? '' : escaped(logo.alt[language]);
  const image = ({ src, width, height }: Pictures[string], kind: string, style: string) => {
    const scale = Math.min(1, LARGEST_LOGO.width / width, LARGEST_LOGO.height / height);
    const [wide, high] = [width, height].map((side) => Math.round(side * scale));
    return `<img class="${kind}" src="${src}" width="${wide}" height="${high}" alt="${alt}" style="display:${style};vertical-align:middle;border:0">`;
  };
  // Only a style sheet shows the dark one, and it hides the other behind it.
  const both =
    (dark ? image(dark, 'logo-dark', 'none;mso-hide:all') : '') + image(light, 'logo-light', 'inline-block');
  return logo.withName ? `${both} ${escaped(name)}` : both;
}

/** Gives own pictures the height that they will have, so that nothing moves while they load. */
export function withHeights(html: string, pictures: Pictures): string {
  const bySrc = new Map(Object.values(pictures).map((picture) => [picture.src, picture]));
  return html.replace(/<img\s[^>]*>/g, (tag) => {
    const own = bySrc.get(/\ssrc="([^"]*)"/.exec(tag)?.[1] ?? '');
    const shown = Number(/\swidth="(\d+)"/.exec(tag)?.[1]);
    if (own === undefined || !(shown > 0)) return tag;
    return tag.replace('height="auto"', `height="${Math.round((own.height * shown) / own.width)}"`);
  });
}
