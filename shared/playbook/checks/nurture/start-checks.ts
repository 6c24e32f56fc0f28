import type { Localised } from '../../../domain/language.ts';
import type { AnsweredStart, SequenceStartRule } from '../../../domain/nurture/sequence-start.ts';
import type { Finding, Path } from '../../mistake.ts';
import { orMore } from '../../remedies.ts';

/** What cannot start a sequence as written. */
export function startFindings(path: Path, start: SequenceStartRule): Finding[] {
  const pages = (at: Path, list: readonly string[]) =>
    list.flatMap((page, index) => pathFindings([...at, index], page));
  if ('visited' in start) return pages([...path, 'visited'], start.visited);
  if ('clicked' in start) return pages([...path, 'clicked', 'to'], start.clicked.to);
  if ('answered' in start) return answerFindings([...path, 'answered'], start.answered);
  if (!('band' in start) || start.band !== 'call') return [];
  const problem = {
    nl: 'wie deze band haalt gaat naar sales, en dan eindigen de reeksen: alleen leads die niet goed passen krijgen deze mails',
    en: 'whoever reaches this band is handed over to sales, which ends its sequences: only leads that are no good fit get these mails',
  };
  const remedy = {
    nl: 'kies guides of ads als je dat niet wilt',
    en: 'choose guides or ads if that is not what you want',
  };
  return [{ path: [...path, 'band'], problem, remedy, isWarning: true }];
}

/** How a sequence starts that nobody asks for, in words. */
export function requestedBy(start: SequenceStartRule): Localised {
  if ('visited' in start) return { nl: 'een pagina te bezoeken', en: 'visiting a page' };
  if ('event' in start)
    return {
      nl: 'iets op de website of in het product te doen',
      en: 'doing something on the website or in the product',
    };
  if ('band' in start) return { nl: 'een band te halen', en: 'reaching a band' };
  if ('clicked' in start) return { nl: 'op een link te klikken', en: 'clicking on a link' };
  return 'answered' in start
    ? { nl: 'een vraag te beantwoorden', en: 'answering a question' }
    : { nl: 'door sales teruggegeven te worden', en: 'being returned by sales' };
}

/** A page that is no path. */
export function pathFindings(path: Path, page: string): Finding[] {
  if (/^\/[^\s*?#]*\*?$/.test(page)) return [];
  const problem = { nl: `"${page}" is geen pagina`, en: `"${page}" is not a page` };
  const remedy = {
    nl: 'een pad begint met / en kan op * eindigen',
    en: 'a path starts with / and may end in *',
  };
  return [{ path, problem, remedy }];
}

function answerFindings(path: Path, { oneOf, from, to }: AnsweredStart): Finding[] {
  const isRange = from !== undefined || to !== undefined;
  if (oneOf === undefined && !isRange) {
    const without = ['oneOf', 'from', 'to'].map((name) => [...path, name]);
    const problem = { nl: 'er staat niet welke antwoorden', en: 'it does not say which answers' };
    const remedy = {
      nl: 'schrijf oneOf met de antwoorden, of een getal met from en to',
      en: 'write oneOf with the answers, or a number from and to',
    };
    return [{ path, problem, remedy, without }];
  }
  if (oneOf !== undefined && isRange) {
    const problem = {
      nl: 'een antwoord kan niet een van deze zijn én een getal tussen twee grenzen',
      en: 'an answer cannot be one of these and a number in a range',
    };
    const remedy = { nl: 'schrijf oneOf, of from en to', en: 'write oneOf, or from and to' };
    return [{ path: [...path, 'oneOf'], problem, remedy, atKey: true }];
  }
  if (from === undefined || to === undefined || from <= to) return [];
  const problem = {
    nl: `geen getal is minstens ${from} en hoogstens ${to}`,
    en: `no number is at least ${from} and at most ${to}`,
  };
  return [{ path: [...path, 'to'], problem, remedy: orMore(from) }];
}
