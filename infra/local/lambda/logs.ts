/** One line that a function wrote, or that the runtime wrote about it. */
export interface LogLine {
  /** Short name of the function. */
  function: string;
  text: string;
  isError: boolean;
}

const KEPT = 2000;

/** The last lines of all functions. */
export class Logs {
  readonly #lines: LogLine[] = [];
  readonly #onLine: ((line: LogLine) => void) | undefined;

  constructor(onLine?: (line: LogLine) => void) {
    this.#onLine = onLine;
  }

  add(line: LogLine): void {
    this.#lines.push(line);
    if (this.#lines.length > KEPT) this.#lines.splice(0, this.#lines.length - KEPT);
    this.#onLine?.(line);
  }

  /** The lines of one function, or of all, oldest first. */
  of(shortName?: string): readonly LogLine[] {
    return this.#lines.filter((line) => shortName === undefined || line.function === shortName);
  }
}
