import { type Context, Hono } from 'hono';
import { assertMay, ROLES, type Role } from '../../../shared/domain/console/viewer.ts';
import type { PeopleSystem } from '../../../shared/usecases/console/people-system.ts';
import type { PlaybookSource } from '../../../shared/usecases/playbook/current-playbook.ts';
import { pages } from '../../../shared/web/console/pages.ts';
import type { TypedPerson } from '../../../shared/web/console/people/add-form.tsx';
import type { ConsoleEnv } from '../console-env.ts';
import type { ShowPage } from '../show-page.ts';

type Done = 'added' | 'changed' | 'ended' | 'removed';

/** The pages of whoever may work in the console. */
export function peopleRoutes(
  system: PeopleSystem & { playbook: PlaybookSource },
  show: ShowPage,
  { timeZone }: { timeZone: string },
): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();
  const done = (c: Context, what: Done) => c.redirect(`${pages.people}?done=${what}`, 303);
  const readTeam = async () => (await system.playbook()).sales?.team ?? {};

  async function showList(c: Context<ConsoleEnv>, typed?: TypedPerson) {
    const { viewer, language } = c.var;
    const { PeoplePage, peopleWords, listPeople } = await load();
    const [people, team] = await Promise.all([listPeople(system, viewer), readTeam()]);
    const asked = c.req.query('done');
    const words = peopleWords[language];
    const said = (Object.keys(words.done) as Done[]).find((name) => name === asked);
    const list = { language, timeZone, people, team, hasPool: system.pool !== undefined, done: said, typed };
    const status = typed ? 422 : 200;
    return show(c, { current: 'people', title: words.title, content: <PeoplePage {...list} />, status });
  }

  async function showPerson(c: Context<ConsoleEnv>, id: string, conflict?: { by: string; role: Role }) {
    const { viewer, language } = c.var;
    const { PersonPage, UnknownPerson, peopleWords, listPeople } = await load();
    const [people, team] = await Promise.all([listPeople(system, viewer), readTeam()]);
    const words = peopleWords[language];
    const person = people.find((one) => one.id === id);
    if (person === undefined) {
      const content = <UnknownPerson language={language} />;
      return show(c, { current: 'people', title: words.unknown, content, status: 404 });
    }
    const isSure = c.req.query('remove') !== undefined;
    const content = <PersonPage {...{ language, person, team, isSure, conflict }} />;
    return show(c, { current: 'people', title: person.name, content, status: conflict ? 409 : 200 });
  }

  routes.get('/people', (c) => showList(c));
  routes.get('/people/:id', (c) => showPerson(c, c.req.param('id')));

  routes.post('/people', async (c) => {
    assertMay(c.var.viewer, 'keep-people');
    const form = await c.req.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const wanted = { email: text('email'), name: text('name'), role: roleIn(text('role')) };
    const member = await memberIn(text('member'), readTeam);
    const { addPerson } = await import('../../../shared/usecases/console/add-person.ts');
    const added = await addPerson(system, c.var.viewer, { ...wanted, member });
    if (added.result === 'added') return done(c, 'added');
    const wrong =
      added.result === 'invalid' ? { field: added.field } : { field: 'email' as const, known: added.person };
    return showList(c, { ...wanted, member, wrong });
  });

  routes.post('/people/:id', async (c) => {
    const { viewer } = c.var;
    assertMay(viewer, 'keep-people');
    const id = c.req.param('id');
    const form = await c.req.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    switch (text('action')) {
      case 'change': {
        const member = await memberIn(text('member'), readTeam);
        const change = { before: roleIn(text('before')), role: roleIn(text('role')), member };
        const { changeRole } = await import('../../../shared/usecases/console/change-role.ts');
        const changed = await changeRole(system, viewer, id, change);
        if (changed.result === 'changed') return done(c, 'changed');
        if (changed.result !== 'conflict') return showPerson(c, id);
        const { changedBy, addedBy, role = 'sales' } = changed.person;
        return showPerson(c, id, { by: changedBy ?? addedBy, role });
      }
      case 'end-sessions': {
        const { endSessions } = await import('../../../shared/usecases/console/end-sessions.ts');
        const isEnded = (await endSessions(system, viewer, id)) === 'ended';
        return isEnded ? done(c, 'ended') : showPerson(c, id);
      }
      case 'remove': {
        const { removePerson } = await import('../../../shared/usecases/console/remove-person.ts');
        const isRemoved = (await removePerson(system, viewer, id)) === 'removed';
        return isRemoved ? done(c, 'removed') : showPerson(c, id);
      }
      default:
        return showPerson(c, id);
    }
  });
  return routes;
}

/** A role of the form; the least of them when somebody made up another. */
function roleIn(text: string): Role {
  return ROLES.find((role) => role === text) ?? 'sales';
}

async function memberIn(
  text: string,
  readTeam: () => Promise<Readonly<Record<string, unknown>>>,
): Promise<string | undefined> {
  return text !== '' && Object.hasOwn(await readTeam(), text) ? text : undefined;
}

async function load() {
  const [use, list, person, words] = await Promise.all([
    import('../../../shared/usecases/console/list-people.ts'),
    import('../../../shared/web/console/people/page.tsx'),
    import('../../../shared/web/console/people/person-page.tsx'),
    import('../../../shared/web/console/people/words.ts'),
  ]);
  return { ...use, ...list, ...person, ...words };
}
