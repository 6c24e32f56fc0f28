import type { Block } from './blocks.ts';
import { colours, styles } from './look.ts';
import { markdown, type Token } from './markdown.ts';

/** A block as a component of MJML. */
export function toMjml(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<mj-text>${rendered(block.tokens)}</mj-text>`;
    case 'button':
      return (
        `<mj-button href="${escaped(block.href)}" css-class="button" align="left" border-radius="8px" ` +
        `background-color="${colours.brand}" color="${colours.onBrand}" font-size="17px" font-weight="700" ` +
        `inner-padding="14px 26px" padding="8px 0 24px">${markdown.renderer.render(block.label, markdown.options, {})}</mj-button>`
      );
    case 'image': {
      const href = block.href === undefined ? '' : ` href="${escaped(block.href)}"`;
      return `<mj-image src="${escaped(block.src)}" alt="${escaped(block.alt)}"${href} padding="8px 0 24px" border-radius="8px" />`;
    }
    case 'line':
      return `<mj-divider css-class="line" border-width="1px" border-color="${colours.line}" padding="8px 0 24px" />`;
    case 'liquid':
      return `<mj-raw>${block.text}</mj-raw>`;
  }
}

/** Text for HTML, in an element or an attribute. */
export function escaped(text: string): string {
  return markdown.utils.escapeHtml(text);
}

function rendered(tokens: Token[]): string {
  const styled = (token: Token) => {
    const style = styles[token.tag];
    if (token.nesting === 1 && style !== undefined) token.attrSet('style', style);
    for (const child of token.children ?? []) styled(child);
  };
  for (const token of tokens) styled(token);
  return markdown.renderer.render(tokens, markdown.options, {});
}
