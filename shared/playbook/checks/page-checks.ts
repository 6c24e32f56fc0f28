import { languages } from '../../domain/language.ts';
import { matchesPath } from '../../domain/tracking/same-page.ts';
import type { WrittenMail } from '../mail-files/load-mails.ts';
import type { Finding, Path } from '../mistake.ts';
import type { PlaybookContent } from '../playbook.ts';
import { nearest } from '../suggestion.ts';

/** A page that the playbook names, or a pattern that ends in `*`, and where. */
interface NamedPage {
  part: 'scoring' | 'sequences' | 'sales';
  path: Path;
  page: string;
}

type Parts = Pick<PlaybookContent, 'scoring' | 'sequences' | 'sales' | 'forms'>;

/**
 * Warns of a page that nothing leads to while its name looks like that of a page that is linked or named elsewhere: it
 * is probably misspelt, and would never count.
 */
export function misspeltPages(
  content: Parts,
  mails: readonly WrittenMail[],
): Partial<Record<NamedPage['part'], Finding[]>> {
  const named = namedPages(content);
  const linked = [
    ...mails.flatMap(({ paths }) => paths),
    ...Object.values(content.forms).flatMap(({ thanks }) => Object.values(thanks.link?.path ?? {})),
  ];
  const found = named.flatMap(({ part, path, page }) => {
    if (linked.some((other) => matchesPath(other, [page], content.scoring.samePage))) return [];
    const others = named.filter((one) => one.page !== page).map((one) => one.page);
    const known = [...new Set([...linked, ...linked.map(folderOf), ...others])].filter(
      (other) => !isTranslation(page, other),
    );
    const meant = nearest(page, known, 5);
    if (meant === undefined) return [];
    const problem = {
      nl: `geen mail of formulier leidt naar "${page}", en het lijkt op "${meant}"`,
      en: `no mail or form leads to "${page}", and it looks like "${meant}"`,
    };
    const remedy = {
      nl: 'kijk na hoe je de pagina schrijft',
      en: 'check how the page is spelt',
    };
    const finding = { path, problem, remedy, isWarning: true } as const;
    return [{ part, finding }];
  });
  const grouped = Map.groupBy(found, ({ part }) => part);
  return Object.fromEntries([...grouped].map(([part, all]) => [part, all.map(({ finding }) => finding)]));
}

function namedPages({ scoring, sequences, sales }: Parts): NamedPage[] {
  const at = (part: NamedPage['part'], path: Path, pages: readonly string[] = []) =>
    pages.map((page, index) => ({ part, path: [...path, index], page }));
  return [
    ...scoring.rules.flatMap((rule, n) =>
      rule.on === 'page' ? at('scoring', ['rules', n, 'paths'], rule.paths) : [],
    ),
    ...Object.entries(sequences).flatMap(([name, { start, steps }]) => [
      ...('visited' in start ? at('sequences', [name, 'start', 'visited'], start.visited) : []),
      ...steps.flatMap(({ when }, n) => [
        ...at('sequences', [name, 'steps', n, 'when', 'visited'], when?.visited),
        ...at('sequences', [name, 'steps', n, 'when', 'notVisited'], when?.notVisited),
      ]),
    ]),
    ...sales.routing.flatMap(({ when }, n) => at('sales', ['routing', n, 'when', 'page'], when.page)),
  ];
}

/** The pattern for everything beside a page. */
function folderOf(path: string): string {
  return `${path.slice(0, path.lastIndexOf('/') + 1)}*`;
}

/** Whether two paths are the same page in two languages. */
function isTranslation(page: string, other: string): boolean {
  return withoutLanguage(page) === withoutLanguage(other);
}

function withoutLanguage(path: string): string {
  const [, first = '', ...rest] = path.split('/');
  return languages.some((language) => language === first) ? `/${rest.join('/')}` : path;
}
