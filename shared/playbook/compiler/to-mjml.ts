import type { Block } from './blocks.ts';
import { markdown, type Token } from './markdown.ts';
import type { MailTheme } from './theme.ts';

/** A block as an MJML component. */
export function toMjml(block: Block, { colours, styles }: MailTheme): string {
  switch (block.kind) {
    case 'text':
      return `<mj-text>${rendered(block.tokens, styles)}</mj-text>`;
    case 'button':
      return (
        `<mj-button href="${escaped(block.href)}" css-class="button" align="left" border-radius="8px" ` +
        `background-color="${colours.brand}" color="${colours.onBrand}" font-size="17px" font-weight="700" ` +
        `inner-padding="14px 26px" padding="4px 0 26px">${markdown.renderer.render(block.label, markdown.options, {})}</mj-button>`
      );
    case 'image': {
      const href = block.href === undefined ? '' : ` href="${escaped(block.href)}"`;
      return `<mj-image src="${escaped(block.src)}" alt="${escaped(block.alt)}"${href} padding="8px 0 24px" border-radius="8px" />`;
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
function rendered(tokens: Token[], styles: MailTheme['styles']): string {
  const whole = tokens.filter(({ level, nesting }) => level === 0 && nesting === 1);
  const styled = (token: Token) => {
    const style = styles[token.tag];
    if (token.nesting === 1 && style !== undefined) {
      const above = token === whole[0] ? ';margin-top:0' : '';
      const below = token === whole.at(-1) ? ';margin-bottom:0' : '';
      token.attrSet('style', style + above + below);
    }
    for (const child of token.children ?? []) styled(child);
  };
  for (const token of tokens) styled(token);
  return markdown.renderer.render(tokens, markdown.options, {});
}
