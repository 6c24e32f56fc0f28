import type { Localised } from '../../../domain/language.ts';
import { mailsIn } from '../../../domain/nurture/ab-test/variants.ts';
import type { Sequence } from '../../../domain/nurture/sequence.ts';
import type { ClickedStart } from '../../../domain/nurture/sequence-start.ts';
import { matchesPath, type SamePage } from '../../../domain/tracking/same-page.ts';
import type { WrittenMail } from '../../mail-files/load-mails.ts';
import type { Finding } from '../../mistake.ts';
import type { PlaybookContent } from '../../playbook.ts';
import { didYouMean, nearest } from '../../suggestion.ts';

/** A sequence that a click in its own mail, or on the page behind it, would start again. */
export function selfStarting(
  name: string,
  { again, start, steps }: Sequence,
  mails: readonly WrittenMail[],
  samePage: SamePage | undefined,
): Finding[] {
  if (again === 'never' || !('visited' in start || 'clicked' in start)) return [];
  const isVisit = 'visited' in start;
  const own = mails.filter(({ name: mail }) => steps.some((step) => mailsIn(step).includes(mail)));
  const starting = isVisit ? own : own.filter(isIn(start.clicked));
  return (isVisit ? start.visited : start.clicked.to).flatMap((page, index) => {
    const mail = starting.find(({ paths }) => paths.some((path) => matchesPath(path, [page], samePage)));
    if (mail === undefined) return [];
    const problem = {
      nl: `de eigen mail "${mail.name}" linkt naar deze pagina, waarmee hij opnieuw begint, dus hij zou nooit eindigen`,
      en: `its own mail "${mail.name}" links to this page, which starts it again, so it would never end`,
    };
    const remedy = {
      nl: 'schrijf again: never, of link naar een andere pagina',
      en: 'write again: never, or link to another page',
    };
    const place = isVisit ? ['visited'] : ['clicked', 'to'];
    return [{ path: [name, 'start', ...place, index], problem, remedy }];
  });
}

/** Pages that no mail links to, so that nobody can click on a link to them. Links to other websites are not known here. */
export function unlinkedPages(
  { sequences, scoring: { samePage } }: Pick<PlaybookContent, 'sequences' | 'scoring'>,
  mails: readonly WrittenMail[],
): Finding[] {
  return Object.entries(sequences).flatMap(([name, { start }]) => {
    if (!('clicked' in start)) return [];
    const paths = mails.filter(isIn(start.clicked)).flatMap((mail) => mail.paths);
    return start.clicked.to.flatMap((page, index) => {
      if (paths.some((path) => matchesPath(path, [page], samePage))) return [];
      const which =
        start.clicked.in === undefined
          ? { nl: 'geen mail', en: 'no mail' }
          : { nl: 'geen van deze mails', en: 'none of these mails' };
      const meant = nearest(page, [...new Set(paths)], 5);
      const remedy = meant === undefined ? LINK_TO_IT : didYouMean(meant);
      const problem = {
        nl: `${which.nl} heeft een link naar "${page}" op je website, dus bijna niemand zou hieraan beginnen`,
        en: `${which.en} has a link to "${page}" of your website, so hardly anybody would start this`,
      };
      return [{ path: [name, 'start', 'clicked', 'to', index], problem, remedy, isWarning: true }];
    });
  });
}

const LINK_TO_IT: Localised = { nl: 'link ernaar in een mail', en: 'link to it in a mail' };

function isIn({ in: names }: ClickedStart) {
  return ({ name }: WrittenMail) => names?.includes(name) ?? true;
}

/** Events with a name that looks like one that earns points, and is another. */
export function misspeltEvents({
  sequences,
  scoring: { rules },
}: Pick<PlaybookContent, 'sequences' | 'scoring'>): Finding[] {
  const known = rules.flatMap((rule) => (rule.on === 'track' ? rule.event : []));
  return Object.entries(sequences).flatMap(([name, { start }]) => {
    if (!('event' in start) || known.includes(start.event)) return [];
    const meant = nearest(start.event, known);
    if (meant === undefined) return [];
    const problem = {
      nl: `"${start.event}" lijkt op "${meant}" in scoring.yaml, en is een andere gebeurtenis`,
      en: `"${start.event}" looks like "${meant}" in scoring.yaml, and is another event`,
    };
    const remedy = {
      nl: 'schrijf het zoals je website of product het stuurt, met hoofdletters en al',
      en: 'write it as your website or product sends it, in capitals and all',
    };
    return [{ path: [name, 'start', 'event'], problem, remedy, isWarning: true }];
  });
}

/** Ranges of answers that are no numbers, and answers that no form asks for. */
export function unaskedAnswers({
  sequences,
  fields,
  forms,
}: Pick<PlaybookContent, 'sequences' | 'fields' | 'forms'>): Finding[] {
  return Object.entries(sequences).flatMap(([name, { start }]): Finding[] => {
    if (!('answered' in start)) return [];
    const { field, form, oneOf } = start.answered;
    const path = [name, 'start', 'answered'];
    const type = fields[field]?.type;
    if (oneOf === undefined && type !== undefined && type !== 'number') {
      const problem = {
        nl: `antwoorden op "${field}" zijn geen getallen`,
        en: `answers to "${field}" are no numbers`,
      };
      const remedy = {
        nl: `schrijf oneOf met antwoorden, of geef ${field} type: number in fields.yaml`,
        en: `write oneOf with answers, or give ${field} type: number in fields.yaml`,
      };
      return [{ path: [...path, 'field'], problem, remedy }];
    }
    const asking = form === undefined ? Object.values(forms) : [forms[form]];
    const isAsked = asking.some((one) => [...(one?.ask ?? []), ...(one?.later ?? [])].includes(field));
    if (isAsked || type === undefined || (form !== undefined && forms[form] === undefined)) return [];
    const problem =
      form === undefined
        ? { nl: `geen formulier vraagt "${field}"`, en: `no form asks for "${field}"` }
        : {
            nl: `het formulier "${form}" vraagt "${field}" niet`,
            en: `the form "${form}" does not ask for "${field}"`,
          };
    const remedy = {
      nl: 'zet het in een formulier in forms.yaml, tenzij je eigen pagina’s het vragen',
      en: 'add it to a form in forms.yaml, unless your own pages ask it',
    };
    return [{ path: [...path, 'field'], problem, remedy, isWarning: true }];
  });
}
