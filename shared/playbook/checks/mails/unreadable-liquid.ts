import type { Localised } from '../../../domain/language.ts';
import type { Problem } from '../../../domain/playbook/mistake.ts';
import { suggestion } from '../../suggestion.ts';

/** The tags of mails, by the one that each belongs to. */
export const TAGS: Readonly<Record<string, 'if' | 'unless' | 'case'>> = {
  ...({ if: 'if', elsif: 'if', else: 'if', endif: 'if' } as const),
  ...({ unless: 'unless', endunless: 'unless' } as const),
  ...({ case: 'case', when: 'case', endcase: 'case' } as const),
};
const FILTERS = ['default', 'capitalize', 'upcase', 'downcase'];

/** A text that cannot be parsed, in the words of people who never heard of Liquid; lines and columns count from 1. */
export function unreadableLiquid(
  { message }: Error,
  text: string,
): Problem & { line: number; column: number } {
  const [, line = '1', column = '1'] = /line:(\d+), col:(\d+)/.exec(message) ?? [];
  const place = { line: Number(line), column: Number(column) };
  return { ...place, ...(named(message) ?? unended(message) ?? unreadable(place, text)) };
}

/** A tag or a filter that it names. */
function named(message: string): Problem | undefined {
  const [, tag] = /^tag "(\w+)" not found/.exec(message) ?? [];
  const opening = tag && TAGS[tag];
  if (opening)
    return {
      problem: {
        nl: `deze {% ${tag} %} hoort bij niets erboven`,
        en: `this {% ${tag} %} belongs to nothing above it`,
      },
      remedy: {
        nl: `laat hem weg, of zet er {% ${opening} … %} boven`,
        en: `leave it out, or put {% ${opening} … %} above it`,
      },
    };
  const [, filter] = /^undefined filter: (\w+)/.exec(message) ?? [];
  if (filter === undefined) return undefined;
  const problem = { nl: `er is geen "${filter}"`, en: `there is no "${filter}"` };
  return { problem, remedy: suggestion(filter, FILTERS) };
}

/** A value, a tag, or what a tag begins, without its end. */
function unended(message: string): Problem | undefined {
  const [, kind, open = 'if'] = /^(output|tag) .*?(?:\{%-?\s*(\w+).*)? not closed/s.exec(message) ?? [];
  if (kind === 'output') return NO_END;
  if (kind === undefined) return undefined;
  if (!message.includes('%}')) return NO_END_OF_TAG;
  return {
    problem: { nl: `deze {% ${open} … %} heeft geen einde`, en: `this {% ${open} … %} has no end` },
    remedy: {
      nl: `zet {% end${open} %} waar hij eindigt`,
      en: `put {% end${open} %} where it ends`,
    },
  };
}

function unreadable({ line, column }: { line: number; column: number }, text: string): Problem {
  const around = text.split('\n')[line - 1] ?? '';
  const isTag = around.lastIndexOf('{%', column) > around.lastIndexOf('{{', column);
  return isTag ? UNREADABLE_CONDITION : UNREADABLE_VALUE;
}

export const NO_END: Problem = {
  problem: { nl: 'deze {{ heeft geen einde', en: 'this {{ has no end' },
  remedy: { nl: 'schrijf er }} achter', en: 'write }} behind it' },
};
const NO_END_OF_TAG: Problem = {
  problem: { nl: 'deze {% heeft geen einde', en: 'this {% has no end' },
  remedy: { nl: 'schrijf er %} achter', en: 'write %} behind it' },
};
const UNREADABLE_VALUE: Problem = {
  problem: { nl: 'deze waarde is niet te lezen', en: 'this value cannot be read' },
  remedy: likeThis('firstName'),
};
export const UNREADABLE_CONDITION: Problem = {
  problem: { nl: 'deze voorwaarde is niet te lezen', en: 'this condition cannot be read' },
  remedy: {
    nl: 'schrijf hem zoals {% if firstName %} … {% endif %}, of met == tussen twee waarden',
    en: 'write it like {% if firstName %} … {% endif %}, or with == between two values',
  },
};

/** How a value is written. */
export function likeThis(variable: string): Localised {
  const example = `{{ ${variable} | default: "…" }}`;
  return { nl: `schrijf het zoals ${example}`, en: `write it like ${example}` };
}
