import type { AnsweredStart, SequenceStartRule } from '../../../domain/nurture/sequence-start.ts';
import type { Finding, Path } from '../../mistake.ts';

/** What cannot start a sequence as written. */
export function startFindings(path: Path, start: SequenceStartRule): Finding[] {
  const pages = (at: Path, list: readonly string[]) =>
    list.flatMap((page, index) => pathFindings([...at, index], page));
  if ('visited' in start) return pages([...path, 'visited'], start.visited);
  if ('clicked' in start) return pages([...path, 'clicked', 'to'], start.clicked.to);
  if ('answered' in start) return answerFindings([...path, 'answered'], start.answered);
  if (!('band' in start) || start.band !== 'call') return [];
  const problem =
    'whoever reaches this band is handed over to sales, which ends its sequences: only leads that are no good fit get these mails';
  const remedy = 'choose guides or ads if that is not what you want';
  return [{ path: [...path, 'band'], problem, remedy, isWarning: true }];
}

/** How a sequence starts that nobody asks for, in words. */
export function requestedBy(start: SequenceStartRule): string {
  if ('visited' in start) return 'visiting a page';
  if ('event' in start) return 'doing something on the website or in the product';
  if ('band' in start) return 'reaching a band';
  if ('clicked' in start) return 'clicking on a link';
  return 'answered' in start ? 'answering a question' : 'being returned by sales';
}

/** A page that is no path. */
export function pathFindings(path: Path, page: string): Finding[] {
  if (/^\/[^\s*?#]*\*?$/.test(page)) return [];
  return [{ path, problem: `"${page}" is not a page`, remedy: 'a path starts with / and may end in *' }];
}

function answerFindings(path: Path, { oneOf, from, to }: AnsweredStart): Finding[] {
  const isRange = from !== undefined || to !== undefined;
  if (oneOf === undefined && !isRange) {
    const without = ['oneOf', 'from', 'to'].map((name) => [...path, name]);
    const remedy = 'write oneOf with the answers, or a number from and to';
    return [{ path, problem: 'it does not say which answers', remedy, without }];
  }
  if (oneOf !== undefined && isRange) {
    const problem = 'an answer cannot be one of these and a number in a range';
    return [{ path: [...path, 'oneOf'], problem, remedy: 'write oneOf, or from and to', atKey: true }];
  }
  if (from === undefined || to === undefined || from <= to) return [];
  const remedy = `make it ${from} or more`;
  return [{ path: [...path, 'to'], problem: `no number is at least ${from} and at most ${to}`, remedy }];
}
