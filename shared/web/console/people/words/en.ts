import type { Role } from '../../../../domain/console/viewer.ts';

const roles: Record<Role, string> = {
  sales: 'Sales: leads handed over',
  marketing: 'Marketing: leads and playbook',
  admin: 'Admin: everything',
};

export const en = {
  title: 'People',
  intro:
    'Whoever is in this list can sign in to the console. What you change here holds from their next page on.',
  name: 'Name',
  email: 'E-mail address',
  role: 'Role',
  roles,
  member: 'In the sales team as',
  memberHint: 'Whose leads are theirs. The team is in the playbook.',
  noMember: 'nobody',
  signedIn: 'Last signed in',
  never: 'not yet',
  change: (name: string) => `Change ${name}`,
  named: 'set in company.ts',
  leaving: 'removal not finished',
  add: 'Add somebody',
  addPool:
    'They get no mail about it: tell them the address of the console. They sign in with a code that comes by mail.',
  addIssuer:
    'They get no mail about it: tell them the address of the console. They sign in with their account of your company.',
  wrong: {
    email: 'This is no e-mail address. It looks like name@example.com.',
    name: 'Give the name that colleagues know.',
    known: (name: string, role: string) =>
      `${name} is in the list already, as ${role}. Change that in the list.`,
  },
  namedMore: 'The settings in company.ts name this person as an admin, so the role cannot be changed here.',
  save: 'Save',
  conflict: (by: string, role: string) => `Nothing was changed: ${by} meanwhile made the role ${role}.`,
  sessions: 'Sign out everywhere',
  sessionsMore: 'For a device that was lost. All sessions end; signing in again stays possible.',
  remove: 'Remove',
  removeMore: 'Access ends at once. Leads, notes and answers stay.',
  sure: (name: string) => `Remove ${name}?`,
  keep: 'Do not remove',
  unknown: 'This person is not in the list',
  unknownMore: 'Somebody may have removed them.',
  back: 'To the list of people',
  done: { added: 'Added.', changed: 'Saved.', ended: 'All sessions have ended.', removed: 'Removed.' },
};

export type PeopleWords = typeof en;
