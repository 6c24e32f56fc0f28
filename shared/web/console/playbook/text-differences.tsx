import type { Language } from '../../../domain/language.ts';
import { playbookWords } from './words.ts';

/** Lines that two texts share, or that only one of them has. */
export interface TextPart {
  value: string;
  added?: boolean | undefined;
  removed?: boolean | undefined;
}

/** Lines that are shown of what is the same, before and after what differs. */
const AROUND = 2;

/** What differs between two texts: − stands before lines of the first, + before lines of the second. */
export function TextDifferences({ parts, language }: { parts: readonly TextPart[]; language: Language }) {
  return (
    <>
      <p class="soft">{playbookWords[language].conflict.legend}</p>
      <pre class="differences" tabindex={0}>
        {parts.map(({ value, added, removed }, at) => {
          const lines = value.replace(/\r?\n$/, '').split(/\r?\n/);
          if (added) return <ins>{lines.map((line) => `+ ${line}\n`).join('')}</ins>;
          if (removed) return <del>{lines.map((line) => `− ${line}\n`).join('')}</del>;
          return shortened(lines, { isFirst: at === 0, isLast: at === parts.length - 1 });
        })}
      </pre>
    </>
  );
}

function shortened(
  lines: readonly string[],
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
): string {
  const head = isFirst ? [] : lines.slice(0, AROUND);
  const tail = isLast ? [] : lines.slice(Math.max(head.length, lines.length - AROUND));
  const isCut = head.length + tail.length < lines.length;
  return [...head, ...(isCut ? ['…'] : []), ...tail].map((line) => `  ${line}\n`).join('');
}
