/** A mistake in a marketer's file: where it is, what is wrong, and what would be right. */
export interface Mistake {
  file: string;
  line: number;
  column: number;
  /** The setting as a path, such as `rules[2].points`; empty when it is the file as a whole. */
  field: string;
  problem: string;
  remedy: string;
}

export type Path = readonly (string | number)[];

/** What is wrong with the setting at a path. */
export interface Finding {
  path: Path;
  problem: string;
  remedy: string;
  /** Whether the name of the setting is wrong, instead of its value. */
  atKey?: boolean;
}

/** A mistake on one line: `file:line:column field: what is wrong; what would be right`. */
export function toLine({ file, line, column, field, problem, remedy }: Mistake): string {
  return `${file}:${line}:${column} ${field === '' ? '' : `${field}: `}${problem}; ${remedy}`;
}

/** A path as people write it: `rules[2].points`. */
export function toField(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}
