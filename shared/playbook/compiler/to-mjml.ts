import type { Block } from './blocks.ts';
import { markdown, type Token } from './markdown.ts';
import type { MailTheme } from './theme.ts';

/** The pictures of the playbook by their path, as a mail shows them. */
export type Pictures = Readonly<Record<string, { src: string; width: number; height: number }>>;

/** Of the text of a mail, in pixels. */
export const WIDTH = 512;

/** A block as an MJML component. */
export function toMjml(block: Block, { colours, styles }: MailTheme, pictures: Pictures = {}): string {
  switch (block.kind) {
    case 'text':
      return `<mj-text>${rendered(block.tokens, styles, pictures)}</mj-text>`;
    case 'button':
      return (
        `<mj-button href="${escaped(block.href)}" css-class="button" align="left" border-radius="8px" ` +
        `background-color="${colours.brand}" color="${colours.onBrand}" font-size="17px" font-weight="700" ` +
        `inner-padding="14px 26px" padding="4px 0 26px">${markdown.renderer.render(block.label, markdown.options, {})}</mj-button>`
      );
    case 'image': {
      const href = block.href === undefined ? '' : ` href="${escaped(block.href)}"`;
      const own = pictures[block.src];
      const size = own === undefined ? '' : ` width="${Math.min(own.width, WIDTH)}px"`;
      return `<mj-image src="${own ? own.src : escaped(block.src)}" alt="${escaped(block.alt)}"${size}${href} align="left" padding="8px 0 24px" border-radius="8px" />`;
    }
    case 'line':
      return `<mj-divider css-class="line" border-width="1px" border-color="${colours.edge}" padding="8px 0 24px" />`;
    case 'liquid':
      return `<mj-raw>${block.text}</mj-raw>`;
  }
}

/** Escapes text for an HTML element or attribute. */
export function escaped(text: string): string {
  return markdown.utils.escapeHtml(text);
}

/** Removes the margin above the first element and below the last: the block has its own padding. */
function rendered(tokens: Token[], styles: MailTheme['styles'], pictures: Pictures): string {
  const whole = tokens.filter(({ level, nesting }) => level === 0 && nesting === 1);
  const styled = (token: Token) => {
    const style = styles[token.tag];
    if (token.nesting === 1 && style !== undefined) {
      const above = token === whole[0] ? ';margin-top:0' : '';
      const below = token === whole.at(-1) ? ';margin-bottom:0' : '';
      token.attrSet('style', style + above + below);
    }
    const own = token.type === 'image' ? pictures[String(token.attrGet('src'))] : undefined;
    if (own !== undefined) {
      token.attrSet('src', own.src);
      token.attrSet('width', String(Math.min(own.width, WIDTH)));
      token.attrSet('style', 'max-width:100%;height:auto');
    }
    for (const child of token.children ?? []) styled(child);
  };
  for (const token of tokens) styled(token);
  return markdown.renderer.render(tokens, markdown.options, {});
}
