import type { Token } from './markdown.ts';

/** Markdown as plain text: links in full, lists with dashes, a line under each heading. */
export function plainText(tokens: readonly Token[]): string {
  const lists: { number: number | undefined }[] = [];
  let text = '';
  let prefix = '';
  let isCell = false;
  for (const token of tokens) {
    switch (token.type) {
      case 'bullet_list_open':
        lists.push({ number: undefined });
        break;
      case 'ordered_list_open':
        lists.push({ number: Number(token.attrGet('start') ?? 1) });
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop();
        if (lists.length === 0) text += '\n';
        break;
      case 'list_item_open':
        prefix = '  '.repeat(lists.length - 1) + bullet(lists.at(-1));
        break;
      case 'blockquote_open':
        prefix = '> ';
        break;
      case 'inline': {
        const words = inline(token.children ?? []);
        text += `${prefix}${words}${isCell ? '' : '\n'}`;
        prefix = isCell ? ' | ' : '';
        break;
      }
      case 'tr_open':
        isCell = true;
        prefix = '';
        break;
      case 'tr_close':
        isCell = false;
        prefix = '';
        text += '\n';
        break;
      case 'table_close':
        text += '\n';
        break;
      case 'heading_close':
        text += `${'-'.repeat(Math.min(lastLine(text).length, 60))}\n`;
        break;
      case 'paragraph_close':
        if (!token.hidden) text += '\n';
        break;
      case 'hr':
        text += '-----\n\n';
        break;
      case 'liquid':
        text += `${token.content}\n`;
    }
  }
  return text;
}

/** Removes trailing spaces and more than one empty line in a row. */
export function withoutGaps(text: string): string {
  return `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function inline(tokens: readonly Token[]): string {
  const isAlone = tokens[0]?.type === 'link_open' && tokens.at(-1)?.type === 'link_close';
  let href = '';
  let text = '';
  for (const token of tokens) {
    if (token.type === 'link_open') href = String(token.attrGet('href'));
    else if (token.type === 'link_close') text += isAlone ? `\n${href}` : ` (${href})`;
    else if (token.type === 'softbreak') text += ' ';
    else if (token.type === 'hardbreak') text += '\n';
    else text += token.content;
  }
  return text;
}

function bullet(list: { number: number | undefined } | undefined): string {
  if (list?.number === undefined) return '- ';
  return `${list.number++}. `;
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
