/**
 * Columns of whole numbers as bytes, plane by plane: first the lowest byte of every number, then the next one. High bytes
 * are alike, so they compress to almost nothing.
 */
export class ColumnWriter {
  readonly widths: number[] = [];
  readonly #planes: Buffer[] = [];

  /** Adds a column. @param numbers none of them negative */
  add(numbers: readonly number[]): void {
    const most = numbers.reduce((a, b) => Math.max(a, b), 0);
    let width = 0;
    for (let unit = 1; unit <= most; unit *= 256, width++) {
      const plane = Buffer.allocUnsafe(numbers.length);
      for (let n = 0; n < numbers.length; n++) plane[n] = Math.floor((numbers[n] as number) / unit) & 255;
      this.#planes.push(plane);
    }
    this.widths.push(width);
  }

  bytes(): Buffer {
    return Buffer.concat(this.#planes);
  }
}

/** Reads the columns in the order in which they were added. */
export class ColumnReader {
  readonly #bytes: Buffer;
  readonly #length: number;
  readonly #widths: number[];
  #at: number;
  /** Where the bytes of the last column end. */
  readonly end: number;

  /** @param length of each column */
  constructor(bytes: Buffer, start: number, length: number, widths: readonly number[]) {
    this.#bytes = bytes;
    this.#length = length;
    this.#widths = [...widths];
    this.#at = start;
    this.end = start + length * widths.reduce((a, b) => a + b, 0);
  }

  next(): Float64Array {
    const numbers = new Float64Array(this.#length);
    const width = this.#widths.shift() ?? 0;
    for (let plane = 0, unit = 1; plane < width; plane++, unit *= 256) {
      for (let n = 0; n < this.#length; n++)
        numbers[n] = (numbers[n] as number) + (this.#bytes[this.#at + n] as number) * unit;
      this.#at += this.#length;
    }
    return numbers;
  }
}
