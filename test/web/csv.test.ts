import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../shared/web/csv.ts';

/** Reads CSV as RFC 4180 says. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('a CSV file', () => {
  it('is read as it was written, whatever the cells hold', () => {
    const cell = fc.string({ unit: 'binary' }).map((text) => `x${text}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        expect(read(csvOf(['a', 'b'], rows).slice(1))).toEqual([['a', 'b'], ...rows]);
      }),
    );
  });

  it.each(['=1+1', '+31 6 12', '-1', '@SUM(A1)', '\t=1', '＝1'])('has no formula in %j', (text) => {
    expect(csvOf(['a'], [[text]])).toContain(`'${text}`);
  });

  it('keeps numbers, and what is not there stays empty', () => {
    expect(csvOf(['a', 'b'], [[-3, undefined]])).toBe('\ufeffa,b\r\n-3,\r\n');
  });
});
