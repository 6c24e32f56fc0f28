import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Person, viewerOf } from '../../../shared/domain/console/person.ts';
import { ROLES } from '../../../shared/domain/console/viewer.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString();
const minute = fc.integer({ min: 0, max: 20 });
const person: fc.Arbitrary<Person> = fc
  .record(
    {
      email: fc.constant('anna@kansrijk.test'),
      name: fc.constant('Anna'),
      addedBy: fc.constant('admin@kansrijk.test'),
      addedAt: minute.map(at),
      role: fc.constantFrom(...ROLES),
      sessionsEndedAt: minute.map(at),
    },
    { requiredKeys: ['email', 'name', 'addedBy', 'addedAt'] },
  )
  .map((one) => one as Person);

describe('a session', () => {
  it('opens nothing that began before the person was added, or not after all sessions were ended', () => {
    fc.assert(
      fc.property(person, minute.map(at), fc.boolean(), (anna, startedAt, isNamed) => {
        const viewer = viewerOf({ email: anna.email, startedAt }, anna, isNamed ? [anna.email] : []);
        const isEnded = anna.sessionsEndedAt !== undefined && startedAt <= anna.sessionsEndedAt;
        const isOpen = (isNamed || anna.role !== undefined) && startedAt >= anna.addedAt && !isEnded;
        expect(viewer?.role).toBe(isOpen ? (isNamed ? 'admin' : anna.role) : undefined);
      }),
    );
  });

  it('of somebody of whom nothing is kept opens the console only for an admin of the settings', () => {
    const session = { email: 'ada@kansrijk.test', startedAt: at(0) };
    expect(viewerOf(session, undefined, [])).toBeUndefined();
    expect(viewerOf(session, undefined, [session.email])).toEqual({
      email: session.email,
      name: 'ada',
      role: 'admin',
    });
  });

  it('of an admin whom the settings name no longer opens nothing', () => {
    const ada: Person = {
      email: 'ada@kansrijk.test',
      name: 'Ada',
      addedBy: 'ada@kansrijk.test',
      addedAt: at(0),
    };
    expect(viewerOf({ email: ada.email, startedAt: at(1) }, ada, [])).toBeUndefined();
  });
});
