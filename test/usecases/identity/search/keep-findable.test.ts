import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isErased } from '../../../../shared/domain/identity/lead.ts';
import { hiddenPlacesOf } from '../../../../shared/domain/identity/search/hidden-places.ts';
import { wordsOfPerson } from '../../../../shared/domain/identity/search/search-text.ts';
import { placesOf } from '../../../../shared/domain/identity/search/word-places.ts';
import { plus } from '../../../../shared/domain/time.ts';
import { getLead, putLead } from '../../../../shared/store/identity/leads.ts';
import { getProfile, putProfile } from '../../../../shared/store/identity/profiles.ts';
import type { Item, Table } from '../../../../shared/store/table.ts';
import { untilWritten } from '../../../../shared/store/until-written.ts';
import { eraseLead } from '../../../../shared/usecases/identity/erase-lead.ts';
import { keepFindable } from '../../../../shared/usecases/identity/search/keep-findable.ts';
import { LEAD, lead, NOW, submission } from '../../../domain/builders.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { dyingTable } from '../../faulty-table.ts';
import { hideBeginnings } from '../../hide-beginnings.ts';
import { jobsOf } from '../../job-system.ts';
import { keysOf, MINUTE, score, sweepsFrom } from '../a-life.ts';

type Values = Record<string, string>;

const blank = {
  ...{ id: LEAD, version: 0, email: 'jan.berg@acme.nl', values: {}, permissions: [] },
  ...{ createdAt: NOW, locale: 'nl' as const },
};

/** What scoring does when somebody says its name: the profile is changed, and then found by it. */
async function change(table: Table, said: Values): Promise<void> {
  const profile = await untilWritten(async () => {
    const [known, stored] = await Promise.all([getLead(table, LEAD), getProfile(table, LEAD)]);
    if (known === undefined || isErased(known)) return undefined;
    const values = Object.entries(said).map(([field, value]) => [field, { value, at: NOW, source: 'form' }]);
    const { version, ...rest } = stored ?? blank;
    const next = { ...rest, version: version + 1, values: { ...rest.values, ...Object.fromEntries(values) } };
    return (await putProfile(table, next)) === 'written' ? next : 'conflict';
  });
  if (profile) await keepFindable({ table, now: () => NOW, hideBeginnings }, profile);
}

/** What it does when the stream tells again what was not done. */
async function repeat(table: Table): Promise<void> {
  const profile = await getProfile(table, LEAD);
  if (profile) await keepFindable({ table, now: () => NOW, hideBeginnings }, profile);
}

async function known(): Promise<Table> {
  const table = await memoryTable();
  await putLead(table, lead({ version: 1 }));
  await change(table, { firstName: 'Piet', company: 'Visser' });
  return table;
}

/** The keys of everything by which somebody is found. */
async function rowsIn(table: Table): Promise<string[]> {
  const { Items } = (await table.call('Scan' as 'Query', { TableName: table.name })) as { Items: Item[] };
  return Items.flatMap(({ PK, SK }) => (/^[FH]#/.test(PK?.S ?? '') ? `${PK?.S} ${SK?.S}` : [])).sort();
}

/** The same as they are to be for the profile that is stored. */
async function rowsOfProfile(table: Table): Promise<string[]> {
  const profile = await getProfile(table, LEAD);
  if (profile === undefined) return [];
  const words = placesOf(wordsOfPerson(profile)).map(({ letters, word }) => `F#${letters} ${word}#${LEAD}`);
  const hidden = hiddenPlacesOf(profile.email, hideBeginnings);
  return [...words, ...hidden.map(({ start, rest }) => `H#${start} ${rest}#${LEAD}`)].sort();
}

const JAN = { firstName: 'Jan', company: 'Arc' };
const ANNA = { firstName: 'Anna', company: 'De Jong' };

/** The calls of a change that nobody crosses. */
const CALLS = 10;

/** A table whose user pauses before its n-th call while others act, and may die after a later one. */
function pausing(table: Table, pause: number, meanwhile: () => Promise<unknown>, death?: number): Table {
  const mortal = death === undefined ? table : dyingTable(table, death, 'after');
  let calls = 0;
  let others: Promise<unknown> | undefined;
  return {
    name: table.name,
    async call(operation, input) {
      if (++calls === pause) others = meanwhile();
      await others;
      return mortal.call(operation, input);
    },
  };
}

/** Every way in which a change meets something else: at which call, and where it dies if it does. */
const meetings = Array.from({ length: CALLS }, (_, n) => n + 1).flatMap((pause) => [
  { pause, death: undefined },
  ...Array.from({ length: CALLS - pause + 1 }, (_, n) => ({ pause, death: pause + n })),
]);

const erase = (table: Table) =>
  eraseLead(
    jobsOf(table, () => NOW),
    LEAD,
  );

interface Act {
  said: Values;
  dies: { call: number; when: 'before' | 'after' } | null;
}

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    said: fc.record({
      firstName: fc.constantFrom('Jan', 'Anna', 'Piet'),
      company: fc.constantFrom('Arc', 'De Jong'),
    }),
    dies: fc.option(
      fc.record({ call: fc.integer({ min: 3, max: 12 }), when: fc.constantFrom('before', 'after') }),
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

const mortal = (table: Table, { dies }: Act) => (dies ? dyingTable(table, dies.call, dies.when) : table);

/** The table, with the calls of all who use it in an order of the scheduler's. */
function shuffled(table: Table, scheduler: fc.Scheduler): Table {
  const turn = scheduler.scheduleFunction((answer: Promise<unknown>) => Promise.allSettled([answer]));
  return {
    name: table.name,
    async call(operation, input) {
      await turn(Promise.resolve());
      const answer = table.call(operation, input);
      await turn(answer);
      return answer;
    },
  };
}

describe('what a person is found by', () => {
  it('is exactly its last profile, whatever change came between and wherever the process died', async () => {
    for (const { pause, death } of meetings) {
      const table = await known();
      const crossed = pausing(table, pause, () => change(table, ANNA), death);
      await change(crossed, JAN).catch(() => {});
      if (death !== undefined) await repeat(table);
      expect([pause, death, ...(await rowsIn(table))]).toEqual([
        pause,
        death,
        ...(await rowsOfProfile(table)),
      ]);
    }
  });

  it('is nothing after an erasure that came between a change, wherever the process died', async () => {
    for (const { pause, death } of meetings) {
      const table = await known();
      const crossed = pausing(table, pause, () => erase(table), death);
      await change(crossed, JAN).catch(() => {});
      await score(table, LEAD, [submission()]);
      await sweepsFrom(table, plus(NOW, MINUTE), 2);
      expect([pause, death, ...(await keysOf(table, `L#${LEAD}`)), ...(await rowsIn(table))]).toEqual([
        pause,
        death,
        'LEAD',
      ]);
    }
  });

  it('is nothing after an erasure during which a change that began before went on', async () => {
    for (let pause = 3; pause <= 16; pause++) {
      for (const death of [undefined, 8]) {
        const table = await known();
        let goOn = () => {};
        const reached = new Promise<void>((resolve) => {
          goOn = resolve;
        });
        const late = change(
          pausing(table, 3, () => reached, death),
          JAN,
        ).catch(() => {});
        await erase(
          pausing(table, pause, () => {
            goOn();
            return late;
          }),
        );
        goOn();
        await late;
        await score(table, LEAD, [submission()]);
        await sweepsFrom(table, plus(NOW, MINUTE), 2);
        expect([pause, ...(await keysOf(table, `L#${LEAD}`)), ...(await rowsIn(table))]).toEqual([
          pause,
          'LEAD',
        ]);
      }
    }
  });

  it('is exactly its last profile after any changes at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), acts, async (scheduler, all) => {
        const table = await known();
        const crossed = shuffled(table, scheduler);
        const changes = all.map((act) => change(mortal(crossed, act), act.said).catch(() => {}));
        await scheduler.waitFor(Promise.all(changes));
        if (all.some(({ dies }) => dies)) await repeat(table);
        expect(await rowsIn(table)).toEqual(await rowsOfProfile(table));
      }),
      { numRuns: 25 },
    );
  });
});
