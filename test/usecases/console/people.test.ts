import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestId } from '../../../shared/gateways/digest-id.ts';
import { listPeople } from '../../../shared/store/console/people.ts';
import type { Table } from '../../../shared/store/table.ts';
import { addPerson } from '../../../shared/usecases/console/add-person.ts';
import type { PeopleSystem } from '../../../shared/usecases/console/people-system.ts';
import { removePerson } from '../../../shared/usecases/console/remove-person.ts';

import { NOW } from '../../domain/builders.ts';
import { viewers } from '../../functions/console/test-console.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { Crash } from '../faulty-table.ts';

const { admin } = viewers;
const EMAIL = 'anna@kansrijk.test';
const anna = { email: EMAIL, name: 'Anna', role: 'sales' } as const;

/** Makes each call of the table or of the pool, when it likes. */
type Around = <T>(call: () => Promise<T>) => Promise<T>;

/** A console with a pool; `as` is how somebody works with it, of whose calls each can be held up. */
async function aConsole() {
  const table = await memoryTable();
  const users = new Set<string>();
  async function callPool(operation: string, { Username: name }: { Username: string }) {
    const isThere = users.has(name);
    if (operation === 'AdminCreateUser' && isThere) throw failure('UsernameExistsException');
    if (operation === 'AdminDeleteUser' && !isThere) throw failure('UserNotFoundException');
    if (operation === 'AdminCreateUser') users.add(name);
    else users.delete(name);
  }
  const as = (around: Around = (call) => call()): PeopleSystem => ({
    table: held(table, around),
    now: () => NOW,
    admins: [admin.email],
    pool: {
      id: 'pool',
      call: (operation, input) => around(() => callPool(operation, input as { Username: string })),
    },
  });
  return {
    add: (around?: Around) => addPerson(as(around), admin, anna),
    remove: (around?: Around) => removePerson(as(around), admin, digestId(EMAIL)),
    /** Whether they are in the list with a role, in the list, and in the pool. */
    async standing() {
      const listed = (await listPeople(table)).find(({ email }) => email === EMAIL);
      return { role: listed?.role, isListed: listed !== undefined, isKnown: users.has(EMAIL) };
    },
  };
}

const held = (table: Table, around: Around): Table => ({
  name: table.name,
  call: (operation, input) => around(() => table.call(operation, input)),
});

const failure = (name: string) => Object.assign(new Error(), { name });

/** What happens before the n-th call. */
function atCall(n: number, happens: () => Promise<unknown>): Around {
  let calls = 0;
  return async (call) => {
    if (++calls === n) await happens();
    return call();
  };
}

/** Calls and their answers in an order of the scheduler's. */
function shuffled(scheduler: fc.Scheduler): Around {
  return async (call) => {
    await scheduler.schedule(Promise.resolve());
    const answer = call();
    await scheduler.schedule(Promise.allSettled([answer]));
    return answer;
  };
}

const IN = { role: 'sales', isListed: true, isKnown: true };
const OUT = { role: undefined, isListed: false, isKnown: false };
const CALLS = Array.from({ length: 9 }, (_, n) => n + 1);

describe('somebody who is added and removed at the same moment', () => {
  it.each(CALLS)(
    'is in the list and can sign in, or neither, when added before call %i of a removal',
    async (n) => {
      const { add, remove, standing } = await aConsole();
      await add();
      await remove(atCall(n, add));
      expect([IN, OUT]).toContainEqual(await standing());
    },
  );

  it.each(CALLS)('is so too when removed before call %i of being added again', async (n) => {
    const { add, remove, standing } = await aConsole();
    await add();
    await add(atCall(n, remove));
    expect([IN, OUT]).toContainEqual(await standing());
  });

  it('is so in whatever order admins get through', async () => {
    const { standing, ...use } = await aConsole();
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom('add' as const, 'remove' as const), { minLength: 2, maxLength: 3 }),
        async (scheduler, deeds) => {
          await use.add();
          await scheduler.waitFor(Promise.all(deeds.map((deed) => use[deed](shuffled(scheduler)))));
          expect([IN, OUT]).toContainEqual(await standing());
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a removal that dies', () => {
  it.each(CALLS)('before its call %i is finished by the next, or undone by adding them again', async (n) => {
    const dies = () => atCall(n, () => Promise.reject(new Crash()));
    const { add, remove, standing } = await aConsole();
    await add();
    await remove(dies()).catch(() => {});
    await remove();
    expect(await standing()).toEqual(OUT);
    await add();
    await remove(dies()).catch(() => {});
    await add();
    expect(await standing()).toEqual(IN);
  });
});
