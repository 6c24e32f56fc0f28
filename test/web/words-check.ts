/** Words of one language: texts, functions that make texts, and groups of these. */
export type Words = object;

type Word = string | ((...values: unknown[]) => string);

/** Every word with its path, such as `confirm.title`. */
function wordsOf(words: Words, path: string[] = []): { path: string[]; word: Word }[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' ? wordsOf(value, [...path, key]) : [{ path: [...path, key], word: value }],
  );
}

/** Each path with what stands there: a text, or a function and its number of values. */
const shapeOf = (words: Words) =>
  wordsOf(words).map(({ path, word }) => {
    const kind = typeof word === 'function' ? `(${word.length})` : '';
    return `${path.join('.')}${kind}`;
  });

/** Words that `words` misses or has too many, compared with `model`. */
export function differences(model: Words, words: Words): string[] {
  const [wanted, given] = [shapeOf(model), shapeOf(words)];
  return [
    ...wanted.filter((shape) => !given.includes(shape)).map((shape) => `misses ${shape}`),
    ...given.filter((shape) => !wanted.includes(shape)).map((shape) => `superfluous ${shape}`),
  ];
}

/** The paths of words without a text. */
export function emptyWords(words: Words): string[] {
  const textOf = (word: Word) => (typeof word === 'string' ? word : word(...Array(word.length).fill('1')));
  return wordsOf(words).flatMap(({ path, word }) => (textOf(word).trim() === '' ? path.join('.') : []));
}

/**
 * The paths of words that no source reads. A word is read by its name (`.title`, `const { title } =`); a group also by
 * an index (`reasons[reason]`) or as a whole (`list(reasons)`, `...reasons[reason]`).
 */
export function deadWords(words: Words, sources: readonly string[]): string[] {
  const code = sources
    .map((source) => source.replace(/\/\*.*?\*\/|(?<!:)\/\/[^\n]*|^import [^;]*;/gms, ''))
    .join('\n');
  const destructured = [...code.matchAll(/\{([^{}]*)\}(?=\s*(?::[^=()]*)?=[^=>])/g)].map(
    ([, names]) => names,
  );
  const has = (pattern: string) => new RegExp(pattern, 'm').test(code);
  const isRead = (name: string) =>
    has(`\\.${name}\\b`) ||
    destructured.some((names) => new RegExp(`(^|[\\s,])${name}\\b`).test(names ?? ''));
  const namesOf = (name: string) => {
    const renamed = destructured.flatMap(
      (names) => new RegExp(`\\b${name}: (\\w+)`).exec(names ?? '')?.[1] ?? [],
    );
    const assigned = [...code.matchAll(new RegExp(`const (\\w+) = .*\\.${name};`, 'g'))].flatMap(
      ([, to]) => to ?? [],
    );
    return [name, ...renamed, ...assigned];
  };
  const isIndexed = (name: string) => namesOf(name).some((alias) => has(`\\b${alias}\\[`));
  const isWhole = (name: string) =>
    namesOf(name).some((alias) => has(`\\b${alias}\\)|\\.\\.\\.[\\w.]*${alias}\\[`));
  const isUsed = (path: string[]) =>
    path.every(
      (name, index) =>
        path.slice(0, index).some(isWhole) || isRead(name) || (index > 0 && isIndexed(path[index - 1] ?? '')),
    );
  return wordsOf(words).flatMap(({ path }) => (isUsed(path) ? [] : path.join('.')));
}
