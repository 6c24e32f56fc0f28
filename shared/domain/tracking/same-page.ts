/** What a website shows under more than one address: `samePage` in scoring.yaml. */
export interface SamePage {
  /** Of paths that begin with a language: /nl/pricing and /en-gb/pricing are /pricing. */
  languages: readonly string[];
  /** Names of a folder's own page: /guides/index is /guides. */
  indexFiles: readonly string[];
  /** Without their dot: /pricing.html is /pricing. */
  endings: readonly string[];
  /** /Pricing is /pricing. */
  ignoreCase: boolean;
}

/** For playbooks that do not say. */
export const SAME_PAGE: SamePage = {
  languages: ['nl', 'en', 'de', 'fr'],
  indexFiles: ['index', 'default'],
  endings: ['html', 'htm', 'php', 'asp', 'aspx', 'jsp'],
  ignoreCase: true,
};

/** A path as patterns see it: in its language, and in any. Without a language they are the same. */
interface PagePath {
  own: string;
  any: string;
}

/**
 * Whether a page is one that the patterns name. A pattern that ends in `*` names every path that starts with it; one
 * that begins with a language, only pages in that language.
 */
export function matchesPath(path: string, patterns: readonly string[], same = SAME_PAGE): boolean {
  const { own, any } = pagePath(path, same);
  return patterns.some((pattern) => {
    const { text, isPrefix } = preparedPattern(pattern, same);
    return isPrefix ? own.startsWith(text) || any.startsWith(text) : own === text || any === text;
  });
}

/** The page of an address: equal for addresses of one page, with http or https, with or without `www.`, in any language. */
export function pageOf(url: string, same = SAME_PAGE): string {
  const [, host = '', path = ''] = /\/\/([^/]*)(.*)$/s.exec(url) ?? [];
  return `${host.replace(/^www\./, '').replace(/\.?(:80|:443)?$/, '')}${anyPath(path, same)}`;
}

/** The path of a page, equal for all paths of one page. */
export function anyPath(path: string, same = SAME_PAGE): string {
  return pagePath(path, same).any;
}

function pagePath(path: string, same: SamePage): PagePath {
  // What a script shows behind `#/` is part of the path of its page.
  const parts = path.split(/#!?(?=\/)/).flatMap((piece) => withoutFile(partsOf(piece, same), same));
  const own = `/${parts.join('/')}`;
  return { own, any: isLanguage(parts[0], same) ? `/${parts.slice(1).join('/')}` : own };
}

/** The parts between slashes, decoded, without parameters such as `;jsessionid=1`. */
function partsOf(path: string, { ignoreCase }: SamePage): string[] {
  const parts = path.split('/').map((part) => decoded(part.replace(/;.*$/s, '')).trim());
  const named = parts.filter((part) => part !== '');
  return ignoreCase ? named.map((part) => part.toLowerCase()) : named;
}

function withoutFile(parts: string[], same: SamePage): string[] {
  const name = withoutEnding(parts.pop() ?? '', same);
  return name === '' || same.indexFiles.includes(name) ? parts : [...parts, name];
}

function withoutEnding(name: string, { endings }: SamePage): string {
  const bare = name.replace(/\.+$/, '');
  const dot = bare.lastIndexOf('.');
  return dot > 0 && endings.includes(bare.slice(dot + 1).toLowerCase()) ? bare.slice(0, dot) : bare;
}

function isLanguage(part: string | undefined, { languages }: SamePage): boolean {
  const [, language = ''] = /^([a-z]{2,3})([-_][a-z]{2,4})?$/i.exec(part ?? '') ?? [];
  return languages.includes(language.toLowerCase());
}

/** Without percent-encoding, as far as it is one, except of a slash, which would be another part. */
function decoded(part: string): string {
  if (!/[%\u0080-\uffff]/.test(part)) return part;
  try {
    return decodeURIComponent(part).normalize('NFC').replaceAll('/', '%2F');
  } catch {
    return part.replace(/%../g, (octet) => octet.toUpperCase());
  }
}

interface Prepared {
  text: string;
  isPrefix: boolean;
}

/** Patterns come from the playbook, and meet every event. */
const prepared = new WeakMap<SamePage, Map<string, Prepared>>();

function preparedPattern(pattern: string, same: SamePage): Prepared {
  const known = prepared.get(same) ?? new Map<string, Prepared>();
  prepared.set(same, known);
  const found = known.get(pattern) ?? prepare(pattern, same);
  known.set(pattern, found);
  return found;
}

function prepare(pattern: string, same: SamePage): Prepared {
  if (!pattern.endsWith('*')) return { text: pagePath(pattern, same).own, isPrefix: false };
  const start = pattern.slice(0, -1);
  const text = `/${partsOf(start, same).join('/')}`;
  return { text: start.endsWith('/') && text !== '/' ? `${text}/` : text, isPrefix: true };
}
