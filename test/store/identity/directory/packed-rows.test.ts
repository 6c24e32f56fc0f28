import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DirectoryChange } from '../../../../shared/domain/identity/directory/row.ts';
import { sizeOfIds } from '../../../../shared/store/identity/directory/packed-ids.ts';
import { packRows, unpackRows } from '../../../../shared/store/identity/directory/packed-rows.ts';
import { anyChange, row } from '../../../domain/identity/directory/builders.ts';
import { someLead } from '../../new-table.ts';

const inOrder = (changes: DirectoryChange[]) =>
  changes.map((change) => JSON.stringify(change, (_, value) => value ?? null)).sort();

describe('rows as bytes', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(anyChange), (changes) => {
        expect(inOrder(unpackRows(packRows(changes)))).toEqual(inOrder(changes));
      }),
    );
  });

  it('that were packed before the last columns were there have none of them', () => {
    const packed = Buffer.from(packRows([row(1, { score: 7 }), row(2)]));
    const end = 4 + sizeOfIds(packed.readUInt32BE());
    const bytes = inflateRawSync(packed.subarray(end));
    const start = bytes.indexOf('\n');
    const header = JSON.parse(bytes.toString('utf8', 0, start));
    header.rowWidths.length -= 2;
    const older = Buffer.concat([Buffer.from(JSON.stringify(header)), bytes.subarray(start)]);
    const rows = unpackRows(Buffer.concat([packed.subarray(0, end), deflateRawSync(older)]));
    expect(inOrder(rows)).toEqual(inOrder([row(1, { score: 7 }), row(2)]));
  });

  it('take little more than their ids', () => {
    const many = Array.from({ length: 2_000 }, (_, n) =>
      row(0, {
        ...{ id: someLead(), version: n % 9, score: (n * 7) % 60 },
        ...{ activeAt: 29_000_000 + n * 7, stageAt: 29_000_000 + n * 6, campaign: `campaign ${n % 40}` },
      }),
    );
    expect(packRows(many).length / many.length).toBeLessThan(22);
  });
});
