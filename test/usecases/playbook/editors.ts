import type { Viewer } from '../../../shared/domain/console/viewer.ts';

/** Those who change a playbook in tests. */
export const sanne: Viewer = { email: 'sanne@kansrijk.test', name: 'Sanne', role: 'marketing' };
export const admin: Viewer = { email: 'admin@kansrijk.test', name: 'Ada', role: 'admin' };
export const anna: Viewer = { email: 'anna@kansrijk.test', name: 'Anna', role: 'sales', member: 'anna' };
