import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LeadId } from '../../../../shared/domain/identity/ids.ts';
import type { Profile } from '../../../../shared/domain/identity/profile.ts';
import { isFoundBy, readSearch } from '../../../../shared/domain/identity/search/search-text.ts';
import { putLead } from '../../../../shared/store/identity/leads.ts';
import { putProfile } from '../../../../shared/store/identity/profiles.ts';
import { NOTHING } from '../../../../shared/store/identity/search/found-by.ts';
import { replaceRows } from '../../../../shared/store/identity/search/search-rows.ts';
import type { Item, Table } from '../../../../shared/store/table.ts';
import {
  findPeople,
  MOST_LOOKED_AT,
  type SearchPlace,
} from '../../../../shared/usecases/identity/search/find-people.ts';
import { keepFindable } from '../../../../shared/usecases/identity/search/keep-findable.ts';
import { lead, NOW } from '../../../domain/builders.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { hideBeginnings } from '../../hide-beginnings.ts';

const FIRST = ['Jan', 'Janneke', 'Anna', 'José', 'Jo'];
const LAST = ['van den Berg', 'Jansen', 'de Jong', 'Bergsma'];
const COMPANY = ['Acme', 'Bakkerij De Jong', ''];

const people: Profile[] = FIRST.flatMap((firstName, a) =>
  LAST.flatMap((lastName, b) =>
    COMPANY.map((company, c) => {
      const said = Object.entries({ firstName, lastName, company }).filter(([, value]) => value !== '');
      const claims = said.map(([field, value]) => [field, { value, at: NOW, source: 'form' }]);
      const email = `${['jan', 'anna', 'x'][(a + b) % 3]}.${a}${b}${c}@${['acme.nl', 'janssen.nl', 'gmail.com'][c]}`;
      return {
        ...{ id: `person${a}${b}${c}`.padEnd(22, 'x') as LeadId, version: 1, email, permissions: [] },
        ...{ values: Object.fromEntries(claims), createdAt: NOW, locale: 'nl' as const },
      };
    }),
  ),
);

let table: Table;
beforeAll(async () => {
  table = await memoryTable();
  for (const profile of people) {
    await putLead(table, lead({ id: profile.id, version: 1 }));
    await putProfile(table, profile);
    await keepFindable({ table, now: () => NOW, hideBeginnings }, profile);
  }
});

async function found(text: string, limit: number): Promise<string[]> {
  const search = readSearch(text);
  if (search === undefined) return [];
  const all: LeadId[] = [];
  let after: SearchPlace | undefined;
  do {
    const page = await findPeople({ table, hideBeginnings }, search, { limit, ...(after && { after }) });
    expect(page.ids.length).toBeLessThanOrEqual(limit);
    all.push(...page.ids);
    after = page.next;
  } while (after !== undefined);
  const checked = all.filter((id) => people.some((one) => one.id === id && isFoundBy(search, one)));
  return checked.sort();
}

const expected = (text: string) => {
  const search = readSearch(text);
  return search
    ? people
        .filter((one) => isFoundBy(search, one))
        .map(({ id }) => id)
        .sort()
    : [];
};

describe('a search', () => {
  it('finds everybody it is for exactly once, page after page, whatever is typed', async () => {
    const words = [...FIRST, ...LAST.flatMap((one) => one.split(' ')), 'Acme', 'Bakkerij'];
    const beginnings = fc
      .tuple(fc.constantFrom(...words), fc.integer({ min: 1, max: 5 }))
      .map(([word, letters]) => word.slice(0, letters));
    const texts = fc.oneof(
      fc.array(beginnings, { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')),
      fc.constantFrom(
        'jan',
        'jan.0',
        'anna.0',
        'x.21',
        'acme.nl',
        '@janssen.nl',
        'jan jan.00',
        'jan@',
        'jan.000@ac',
      ),
    );
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 20 }), async (text, limit) => {
        expect(await found(text, limit)).toEqual(expected(text));
      }),
      // The end of what was found by word is the end of a page.
      {
        numRuns: 100,
        examples: [
          ['Jans', 1],
          ['Jan', 5],
        ],
      },
    );
  });

  it('finds everybody in one wide look, more than one look reads otherwise', async () => {
    const crowd = await memoryTable();
    for (let n = 0; n < 300; n++)
      await replaceRows(crowd, `crowd${n}` as LeadId, NOTHING, { words: ['jan'], hidden: [] });
    const system = { table: crowd, hideBeginnings };
    const { ids, next } = await findPeople(system, { words: ['jan'] }, { limit: MOST_LOOKED_AT });
    expect([new Set(ids).size, next]).toEqual([300, undefined]);
  });

  it('keeps addresses out of keys and rows', async () => {
    const { Items } = (await table.call('Scan' as 'Query', { TableName: table.name })) as { Items: Item[] };
    const rows = Items.filter(({ PK, SK }) => /^[FH]#/.test(PK?.S ?? '') || SK?.S === 'FOUND');
    expect(rows.length).toBeGreaterThan(people.length * 5);
    for (const { email } of people) expect(JSON.stringify(rows)).not.toContain(email);
    expect(JSON.stringify(rows)).not.toMatch(/@|\.nl|janssen/);
  });
});
