import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, emptyDirectory } from '../../../../shared/domain/identity/directory/directory.ts';
import type { DirectoryChange } from '../../../../shared/domain/identity/directory/row.ts';
import { someone } from '../../reports/builders.ts';
import { anyChange, row } from './builders.ts';

function directoryOf(...changes: DirectoryChange[]) {
  const directory = emptyDirectory();
  applyChanges(directory, changes);
  return directory;
}

/** A version of a lead is one state of it. */
const versions = fc.uniqueArray(anyChange, {
  selector: ({ id, version }) => `${id} ${version}`,
  maxLength: 60,
});

describe('a directory', () => {
  it('is the same in whatever order and however often changes come', () => {
    fc.assert(
      fc.property(
        versions.chain((changes) =>
          fc.record({
            changes: fc.constant(changes),
            mixed: fc.shuffledSubarray([...changes, ...changes], { minLength: changes.length * 2 }),
          }),
        ),
        ({ changes, mixed }) => {
          const [one, other] = [directoryOf(...changes), directoryOf(...mixed)];
          expect(other.rows).toEqual(one.rows);
          expect(other.erased).toEqual(one.erased);
        },
      ),
    );
  });

  it('has of each lead the newest version, and nobody who was erased', () => {
    const erased = { id: someone(1), version: 3, erasedAt: 0 };
    expect(directoryOf(row(1, { version: 2 }), erased, row(1, { version: 1 })).rows.size).toBe(0);
    expect([...directoryOf(erased, row(1, { version: 4 })).rows.values()]).toMatchObject([{ version: 4 }]);
  });
});
