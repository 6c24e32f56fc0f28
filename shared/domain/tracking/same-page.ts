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

/** A page as patterns see it: its path in its language, and in any. Without a language they are the same. */
interface Page {
  own: string;
  any: string;
  /** Equal for all addresses of one page, with http or https, with or without `www.`, in any language. */
  name: string;
}

/**
 * Whether a page is one that the patterns name. A pattern that ends in `*` names every path that starts with it; one
 * that begins with a language, only pages in that language.
 * @param address a stored URL or a path
 */
export function matchesPath(address: string, patterns: readonly string[], same = SAME_PAGE): boolean {
  const known = knownOf(same);
  const { own, any } = pageIn(known, address, same);
  return patterns.some((pattern) => {
    const { text, isPrefix } = patternIn(known, pattern, same);
    return isPrefix ? own.startsWith(text) || any.startsWith(text) : own === text || any === text;
  });
}

/** The page of an address, a stored URL or a path: equal for all addresses of one page. */
export function pageNameOf(address: string, same = SAME_PAGE): string {
  return pageIn(knownOf(same), address, same).name;
}

function pageOf(address: string, same: SamePage): Page {
  const [, host = '', path = ''] = /^(?:https?:\/\/([^/]*))?(.*)$/s.exec(address) ?? [];
  const { own, any } = pagePath(path, same);
  const site = host.replace(/^www\./, '').replace(/\.?(:80|:443)?$/, '');
  return { own, any, name: `${site}${any}` };
}

function pagePath(path: string, same: SamePage): Pick<Page, 'own' | 'any'> {
  // What a script shows behind `#/` is part of the path of its page.
  const parts = path.split(/#!?(?=\/)/).flatMap((piece) => withoutFile(partsOf(piece, same), same));
  const own = `/${parts.join('/')}`;
  return { own, any: isLanguage(parts[0], same) ? `/${parts.slice(1).join('/')}` : own };
}

/**
 * The parts between slashes, decoded, without parameters such as `;jsessionid=1`, and without the file through which some
 * systems serve all pages, as in `/index.php/pricing`.
 */
function partsOf(path: string, same: SamePage): string[] {
  const parts = path.split('/').map((part) => {
    const text = decoded(part.replace(/;.*$/s, '')).trim();
    return same.ignoreCase ? text.toLowerCase() : text;
  });
  const last = parts.length - 1;
  return parts.filter((part, place) => part !== '' && (place === last || !isIndexFile(part, same)));
}

function isIndexFile(part: string, same: SamePage): boolean {
  const name = withoutEnding(part, same);
  return name !== part && same.indexFiles.includes(name);
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

interface Pattern {
  text: string;
  isPrefix: boolean;
}

function patternOf(pattern: string, same: SamePage): Pattern {
  if (!pattern.endsWith('*')) return { text: pagePath(pattern, same).own, isPrefix: false };
  const start = pattern.slice(0, -1);
  const text = `/${partsOf(start, same).join('/')}`;
  return { text: start.endsWith('/') && text !== '/' ? `${text}/` : text, isPrefix: true };
}

/** A score meets the same pages and patterns again and again, and taking one apart costs more than all else. */
interface Known {
  pages: Map<string, Page>;
  patterns: Map<string, Pattern>;
}

const MOST_KNOWN = 5_000;
const remembered = new WeakMap<SamePage, Known>();

function knownOf(same: SamePage): Known {
  const found = remembered.get(same);
  if (found !== undefined) return found;
  const nothing: Known = { pages: new Map(), patterns: new Map() };
  remembered.set(same, nothing);
  return nothing;
}

function pageIn({ pages }: Known, address: string, same: SamePage): Page {
  return pages.get(address) ?? remember(pages, address, pageOf(address, same));
}

function patternIn({ patterns }: Known, pattern: string, same: SamePage): Pattern {
  return patterns.get(pattern) ?? remember(patterns, pattern, patternOf(pattern, same));
}

function remember<Value>(all: Map<string, Value>, key: string, value: Value): Value {
  if (all.size >= MOST_KNOWN) all.clear();
  all.set(key, value);
  return value;
}
