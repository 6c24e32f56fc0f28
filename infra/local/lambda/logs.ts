/** One line that a function logged, or that the runtime logged about it. */
export interface LogLine {
  /** Short name of the function. */
  function: string;
  text: string;
  isError: boolean;
}

const MAX_LINES = 2000;

/** The latest log lines of all functions. */
export class Logs {
  readonly #lines: LogLine[] = [];
  readonly #onLine: ((line: LogLine) => void) | undefined;

  constructor(onLine?: (line: LogLine) => void) {
    this.#onLine = onLine;
  }

  add(line: LogLine): void {
    this.#lines.push(line);
    if (this.#lines.length > MAX_LINES) this.#lines.splice(0, this.#lines.length - MAX_LINES);
    this.#onLine?.(line);
  }

  /** The lines of one function, or of all, oldest first. */
  of(shortName?: string): readonly LogLine[] {
    return this.#lines.filter((line) => shortName === undefined || line.function === shortName);
  }
}
