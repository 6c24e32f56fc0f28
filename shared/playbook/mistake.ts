import type { Mistake, Problem } from '../domain/playbook/mistake.ts';
import { OTHER_NAME } from './remedies.ts';

export type Path = readonly (string | number)[];

/** What is wrong with the setting at a path, before its place in the file is known. */
export interface Finding extends Problem {
  path: Path;
  /** Whether the setting's name is wrong instead of its value. */
  atKey?: boolean;
  /** The settings whose absence it follows from: it is no mistake when one of them is there, but wrong or misspelt. */
  without?: readonly Path[];
  isWarning?: true;
}

/** A name that cannot be one. */
export const BAD_NAME: Problem = {
  problem: { nl: 'deze naam kan niet', en: 'this name cannot be used' },
  remedy: OTHER_NAME,
};

/** A mistake about a file as a whole. */
export function fileMistake(file: string, { problem, remedy }: Problem): Mistake {
  return { file, line: 1, column: 1, field: '', problem, remedy };
}

/** More than a company writes: what is longer is not read, so that a check always answers at once. */
export function tooLong(file: string, text: string, largest: number): Mistake[] {
  if (Buffer.byteLength(text) <= largest) return [];
  const most = `${largest / 1000} KB`;
  const problem = { nl: `dit bestand is groter dan ${most}`, en: `this file is larger than ${most}` };
  return [fileMistake(file, { problem, remedy: SHORTER })];
}

const SHORTER = {
  nl: 'maak het korter; misschien is er per ongeluk iets in geplakt',
  en: 'make it shorter; something may have been pasted into it by accident',
};

/** A file that was not saved as UTF-8, as older editors do: the first letter that got lost, such as an é. */
export function lostLetter(file: string, text: string): Mistake[] {
  const [before] = text.split(/[\0\uFFFD]/, 1);
  if (before === undefined || before === text) return [];
  const lines = before.split('\n');
  const mistake = fileMistake(file, {
    problem: { nl: 'deze letter is niet te lezen', en: 'this letter cannot be read' },
    remedy: { nl: 'bewaar het bestand met de codering UTF-8', en: 'save the file with the encoding UTF-8' },
  });
  return [{ ...mistake, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }];
}

/** Sorts mistakes by their place in the file. */
export function byPlace(mistakes: Mistake[]): Mistake[] {
  return mistakes.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A mistake on one line, as commands print it: `file:line:column field: problem; remedy`. */
export function toLine({ file, line, column, field, problem, remedy }: Mistake): string {
  return `${file}:${line}:${column} ${field === '' ? '' : `${field}: `}${problem.en}; ${remedy.en}`;
}

/** A path as text: `rules[2].points`. */
export function toField(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}
