import { markdown, type Token } from './markdown.ts';

/** A piece of a mail, from top to bottom. */
export type Block =
  | { kind: 'text'; tokens: Token[] }
  | { kind: 'button'; href: string; label: Token[] }
  | { kind: 'image'; src: string; alt: string; href: string | undefined }
  | { kind: 'line' }
  /** Liquid on a line of its own, such as the start of a condition. */
  | { kind: 'liquid'; text: string };

/** The blocks of a Markdown text. A link alone in a paragraph becomes a button, a picture an image. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const tokens of topLevel(markdown.parse(text, {}))) {
    const block = ownBlock(tokens);
    const last = blocks.at(-1);
    if (block !== undefined) blocks.push(block);
    else if (last?.kind === 'text') last.tokens.push(...tokens);
    else blocks.push({ kind: 'text', tokens });
  }
  return blocks;
}

/** The tokens grouped by top-level element: paragraph, list, heading and so on. */
function topLevel(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0) groups.push([]);
    groups.at(-1)?.push(token);
    depth += token.nesting;
  }
  return groups;
}

function ownBlock(tokens: Token[]): Block | undefined {
  const [first, inline] = tokens;
  if (first?.type === 'hr') return { kind: 'line' };
  if (first?.type === 'liquid') return { kind: 'liquid', text: first.content };
  if (first?.type !== 'paragraph_open') return undefined;
  const parts = inline?.children ?? [];
  const open = parts[0];
  const href = open?.type === 'link_open' ? String(open.attrGet('href')) : undefined;
  if (href === undefined) return parts.length === 1 ? pictureOf(open, undefined) : undefined;
  if (parts.findIndex(({ type }) => type === 'link_close') !== parts.length - 1) return undefined;
  const label = parts.slice(1, -1);
  return (label.length === 1 ? pictureOf(label[0], href) : undefined) ?? { kind: 'button', href, label };
}

function pictureOf(token: Token | undefined, href: string | undefined): Block | undefined {
  if (token?.type !== 'image') return undefined;
  return { kind: 'image', src: String(token.attrGet('src')), alt: token.content, href };
}
