import { markdown, type Token } from '../compiler/markdown.ts';
import { masker } from '../compiler/mask-liquid.ts';

/** A link or a picture in a mail. */
export interface MailLink {
  kind: 'link' | 'image';
  /** Its target as written, with Liquid. */
  written: string;
  /** Its target with example values filled in. */
  example: string;
  /** The path, if it is on the company's own website. */
  path: string | undefined;
  /** The text alternative of a picture. */
  alt: string;
  /** The first line of its paragraph, counted from 0. */
  line: number;
}

const WEBSITE = 'https://website.example';

/** The links and pictures in a mail's Markdown, in order. */
export function linksOf(body: string): MailLink[] {
  const { text, unmask } = masker()(body);
  const linkAt = (token: Token, line: number): MailLink[] => {
    const kind = token.type === 'link_open' ? 'link' : token.type === 'image' ? 'image' : undefined;
    if (kind === undefined) return [];
    const masks = String(token.attrGet(kind === 'link' ? 'href' : 'src') ?? '');
    const example = unmask(masks, exampleOf);
    const path = example.startsWith(`${WEBSITE}/`) ? new URL(example).pathname : undefined;
    return [{ kind, written: unmask(masks), example, path, alt: token.content.trim(), line }];
  };
  return markdown
    .parse(text, {})
    .flatMap(({ children, map }) => (children ?? []).flatMap((token) => linkAt(token, map?.[0] ?? 0)));
}

/** The texts in a mail's Markdown as people see them, with their lines, counted from 0. */
export function textsOf(body: string): { text: string; line: number }[] {
  const { text, unmask } = masker()(body);
  return markdown.parse(text, {}).flatMap(({ children, map }) => {
    let line = map?.[0] ?? 0;
    return (children ?? []).flatMap(({ type, content }) => {
      if (type === 'softbreak' || type === 'hardbreak') line++;
      // Liquid over several lines has no end in its own line.
      const shown = unmask(content, (liquid) => (liquid.includes('\n') ? '' : liquid));
      return type === 'text' ? [{ text: shown, line }] : [];
    });
  });
}

function exampleOf(liquid: string): string {
  if (liquid.startsWith('{%')) return '';
  return /^\{\{-?\s*website\s*-?\}\}$/.test(liquid)
    ? WEBSITE
    : /Url\b/.test(liquid)
      ? `${WEBSITE}/mail`
      : 'x';
}
