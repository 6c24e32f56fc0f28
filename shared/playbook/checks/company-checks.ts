import type { Company } from '../../domain/look/company.ts';
import { type WeakPair, weakPairs } from '../../domain/look/palette.ts';
import type { Finding } from '../mistake.ts';

/** Colours that people cannot tell apart well enough to read. */
export function colourFindings(company: Pick<Company, 'colours'>): Finding[] {
  return weakPairs(company).map(findingOf);
}

function findingOf({ scheme, change, against, colours, ratio, least, instead }: WeakPair): Finding {
  const [front, back] = colours;
  const names = change === 'page' || change === 'card' ? [against, change] : [change, against];
  const problem = {
    nl: `${names[0]} ${front} op ${names[1]} ${back} heeft een contrast van ${rounded(ratio)} in plaats van minstens ${least} (WCAG 2.2 AA)`,
    en: `${names[0]} ${front} on ${names[1]} ${back} has a contrast of ${rounded(ratio)} instead of at least ${least} (WCAG 2.2 AA)`,
  };
  const remedy =
    instead === undefined
      ? {
          nl: 'laat page en card meer op elkaar lijken: geen kleur is op allebei leesbaar',
          en: 'make page and card more alike: no colour is legible on both',
        }
      : {
          nl: `maak van ${change} '${instead}', of kies een andere ${against}`,
          en: `make ${change} '${instead}', or choose another ${against}`,
        };
  return { path: ['colours', scheme, change], problem, remedy };
}

/** Down, so that too little never looks like enough. */
function rounded(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1);
}
