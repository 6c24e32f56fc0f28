import { expect, it } from 'vitest';
import { NotAllowed, type Viewer } from '../../../shared/domain/console/viewer.ts';
import type { Table } from '../../../shared/store/table.ts';
import { addPerson } from '../../../shared/usecases/console/add-person.ts';
import { changeRole } from '../../../shared/usecases/console/change-role.ts';
import { endSessions } from '../../../shared/usecases/console/end-sessions.ts';
import { listApiKeys, makeApiKey, withdrawApiKey } from '../../../shared/usecases/console/keep-api-keys.ts';
import { listPeople } from '../../../shared/usecases/console/list-people.ts';
import { exportLog, readLog } from '../../../shared/usecases/console/read-log.ts';
import { removePerson } from '../../../shared/usecases/console/remove-person.ts';
import { handleFailedJob } from '../../../shared/usecases/jobs/failed-jobs.ts';
import { NOW } from '../../domain/builders.ts';
import { viewers } from '../../functions/console/test-console.ts';

const { sales, marketing } = viewers;
let calls = 0;
const table: Table = {
  name: 'untouched',
  call: () => {
    calls += 1;
    return Promise.reject(new Error('touched'));
  },
};
const system = {
  ...{ table, now: () => NOW, newToken: () => 'token', admins: [], sender: 'hello@kansrijk.test' },
  ...{ publicUrl: 'https://kansrijk.test', websiteUrl: 'https://kansrijk.test' },
  playbook: () => Promise.reject(new Error('read')),
};
const person = { email: 'new@kansrijk.test', name: 'New', role: 'admin' } as const;

it.each<[string, Viewer[], (viewer: Viewer) => unknown]>([
  ['listing API keys', [sales, marketing], (viewer) => listApiKeys(system, viewer)],
  [
    'making one',
    [sales, marketing],
    (viewer) => makeApiKey(system, viewer, { name: 'a', scopes: ['erase'] }),
  ],
  ['withdrawing one', [sales, marketing], (viewer) => withdrawApiKey(system, viewer, 'hash')],
  ['reading the log', [sales, marketing], (viewer) => readLog(system, viewer, {}, { zone: 'UTC' })],
  ['exporting the log', [sales, marketing], (viewer) => exportLog(system, viewer, {}, 'UTC')],
  ['listing people', [sales, marketing], (viewer) => listPeople(system, viewer)],
  ['adding somebody', [sales, marketing], (viewer) => addPerson(system, viewer, person)],
  [
    'changing a role',
    [sales, marketing],
    (viewer) => changeRole(system, viewer, 'id', { before: 'sales', role: 'admin' }),
  ],
  ['removing somebody', [sales, marketing], (viewer) => removePerson(system, viewer, 'id')],
  ['ending sessions', [sales, marketing], (viewer) => endSessions(system, viewer, 'id')],
  [
    'trying again what failed',
    [sales, marketing],
    (viewer) => handleFailedJob(system, viewer, { partition: 'dead#timers#0', place: 'a' }, 'again'),
  ],
])('%s is refused before anything is read or written', async (_, wrong, use) => {
  calls = 0;
  for (const viewer of wrong) await expect(async () => use(viewer)).rejects.toThrow(NotAllowed);
  expect(calls).toBe(0);
});
