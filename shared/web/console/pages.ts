import { may, type Right, type Viewer } from '../../domain/console/viewer.ts';

/** The pages of the navigation, with their addresses. A page under an address belongs to the last one that begins it. */
export const pages = {
  today: '/console',
  mine: '/console/mine',
  leads: '/console/leads',
  handovers: '/console/handovers',
  companies: '/console/companies',
  reports: '/console/reports/framework',
  playbook: '/console/playbook',
  mails: '/console/mails',
  people: '/console/people',
  keys: '/console/keys',
  log: '/console/log',
} as const;

export type PageName = keyof typeof pages;

const needs: Partial<Record<PageName, Right>> = {
  mine: 'answer-for-sales',
  playbook: 'see-playbook',
  mails: 'see-playbook',
  people: 'keep-people',
  keys: 'keep-keys',
  log: 'read-log',
};

/** Pages that people need every day; the others stand in a menu. */
const daily: readonly PageName[] = ['today', 'mine', 'leads', 'handovers', 'reports'];

/** The pages that a viewer may open, in the order of the navigation: those in the bar, and those in its menu. */
export function pagesFor(viewer: Viewer): { bar: PageName[]; menu: PageName[] } {
  const open = (Object.keys(pages) as PageName[]).filter((name) => {
    const right = needs[name];
    return right === undefined || may(viewer, right);
  });
  const menu = open.filter((name) => !daily.includes(name));
  // A menu for one page would only hide it.
  return menu.length > 1
    ? { bar: open.filter((name) => daily.includes(name)), menu }
    : { bar: open, menu: [] };
}
