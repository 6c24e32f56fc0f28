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
  const problem = `${names[0]} ${front} on ${names[1]} ${back} has a contrast of ${rounded(ratio)} instead of at least ${least} (WCAG 2.2 AA)`;
  const remedy =
    instead === undefined
      ? 'make page and card more alike: no colour is legible on both'
      : `make ${change} '${instead}', or choose another ${against}`;
  return { path: ['colours', scheme, change], problem, remedy };
}

/** Down, so that too little never looks like enough. */
function rounded(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1);
}
