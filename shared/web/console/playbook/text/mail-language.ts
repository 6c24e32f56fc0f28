import { StreamLanguage, type StringStream } from '@codemirror/language';

interface State {
  /** Before the text, between the first two lines of dashes. */
  isHead: boolean;
  line: number;
}

/** The text of a mail: its settings, Markdown, and what stands for something of its reader. */
export const mailLanguage = StreamLanguage.define<State>({
  name: 'mail',
  startState: () => ({ isHead: false, line: 0 }),
  token(stream, state) {
    if (stream.sol()) {
      state.line++;
      if (stream.match(/^---\s*$/)) {
        state.isHead = state.line === 1;
        return 'meta';
      }
    }
    return state.isHead ? headToken(stream) : textToken(stream);
  },
  blankLine: (state) => {
    state.line++;
  },
});

function headToken(stream: StringStream): string | null {
  if (stream.sol() && stream.match(/^[\w-]+(?=:)/)) return 'propertyName';
  return liquid(stream) ?? toLiquid(stream, /^[^{]+/);
}

function textToken(stream: StringStream): string | null {
  if (stream.sol() && stream.match(/^#{1,6} [^{]*/)) return 'heading';
  if (stream.sol() && stream.match(/^(?:[-*] |\d+\. |> )/)) return 'meta';
  if (stream.match(/^\*\*[^*{]+\*\*/)) return 'strong';
  if (stream.match(/^\*[^*\s{][^*{]*\*/)) return 'emphasis';
  if (stream.match(/^!?\[[^\]{]*\]\((?:[^){]|\{\{[^}]*\}\})*\)/)) return 'link';
  return liquid(stream) ?? toLiquid(stream, /^[^{*[!#]+/);
}

function liquid(stream: StringStream): string | null {
  return stream.match(/^\{\{.*?\}\}|^\{%.*?%\}/) ? 'keyword' : null;
}

function toLiquid(stream: StringStream, rest: RegExp): null {
  if (!stream.match(rest)) stream.next();
  return null;
}
