/// <reference lib="dom" />
import { type Diagnostic, linter } from '@codemirror/lint';
import type { Text } from '@codemirror/state';

/** A mistake as the check answers it; lines and columns count from 1. */
interface Answered {
  line: number;
  column: number;
  problem: string;
  remedy: string;
  isWarning?: boolean;
}

const PAUSE_MS = 200;

/** Shows what the check says at its line, a moment after the last key; what is asked and no longer true is given up. */
export function checkWhileTyping(address: string) {
  let asked: AbortController | undefined;
  return linter(
    async ({ state }) => {
      asked?.abort();
      const now = new AbortController();
      asked = now;
      const body = new URLSearchParams({ text: state.doc.toString() });
      try {
        const response = await fetch(address, { method: 'POST', body, signal: now.signal });
        if (!response.ok) return [];
        const { mistakes } = (await response.json()) as { mistakes: Answered[] };
        return mistakes.map((mistake) => diagnostic(state.doc, mistake));
      } catch {
        // Typed on meanwhile, or no answer: saving checks it again.
        return [];
      }
    },
    { delay: PAUSE_MS },
  );
}

/** The rest of the word at a place, or of the line. */
function diagnostic(doc: Text, { line, column, problem, remedy, isWarning }: Answered): Diagnostic {
  const { from: start, to: end, text } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const from = Math.min(start + Math.max(column - 1, 0), end);
  const word = /^[^\s,}\]]+/.exec(text.slice(from - start))?.[0].length ?? 0;
  return {
    from,
    to: Math.min(from + word, end),
    severity: isWarning ? 'warning' : 'error',
    message: `${problem}; ${remedy}`,
  };
}
