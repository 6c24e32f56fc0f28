import MarkdownIt, { type Token } from 'markdown-it';
import { isOnlyTags } from './mask-liquid.ts';

export type { Token };

/** Markdown without HTML, so that mails contain only what works in every mail program. */
export const markdown = new MarkdownIt({ html: false });

/** Keep invalid links: the checks report them. */
markdown.validateLink = () => true;

/** Allows a condition on a line of its own, without empty lines around it. */
markdown.block.ruler.before(
  'table',
  'liquid',
  (state, line, _end, silent) => {
    const text = state.src.slice(state.bMarks[line], state.eMarks[line]);
    if (!isOnlyTags(text)) return false;
    if (silent) return true;
    state.line = line + 1;
    const token = state.push('liquid', '', 0);
    token.content = text.trim();
    token.map = [line, line + 1];
    return true;
  },
  { alt: ['paragraph', 'blockquote', 'list'] },
);

markdown.renderer.rules.liquid = (tokens, index) => tokens[index]?.content ?? '';
