import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listQuery } from '../../../../shared/contract/api-requests.ts';
import type { LeadId } from '../../../../shared/domain/identity/ids.ts';
import { pageCursor, pageOfCursor } from '../../../../shared/usecases/identity/search/search-cursor.ts';

const lead = fc.stringMatching(/^[\w-]{22}$/).map((text) => text as LeadId);
const look = fc.record({ source: fc.constantFrom('words', 'address', 'domain'), lead });
const after = fc.tuple(fc.nat(), lead).map(([key, id]) => `${key}~${id}`);
const page = fc
  .record({ look, after }, { requiredKeys: [] })
  .filter((one) => one.look !== undefined || one.after !== undefined);

describe('the cursor of a search', () => {
  it('leads back to its page, and is one that the API takes', () => {
    fc.assert(
      fc.property(page, (one) => {
        expect(pageOfCursor(pageCursor(one))).toEqual(one);
        expect(listQuery.parse({ q: 'ann', cursor: pageCursor(one) }).cursor).toBe(pageCursor(one));
      }),
    );
  });

  it.each(['', '80~abc', 'words.short', 'else.AAAAAAAAAAAAAAAAAAAAAA'])('is not %s', (text) =>
    expect(pageOfCursor(text)).toBeUndefined(),
  );
});
