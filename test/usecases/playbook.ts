import type { Playbook } from '../../shared/playbook/playbook.ts';
import { mailingRules } from '../domain/mail/mailing-rules.ts';
import { rules } from '../domain/scoring/rules.ts';

/** A small playbook for tests of use cases. */
export const playbook: Playbook = {
  version: 1,
  scoring: rules,
  fit: { employees: { badBelow: 5, goodFrom: 20, goodTo: 1000 }, freeMail: 'bad', excludedDomains: [] },
  fields: {},
  forms: {},
  agreement: { acceptWithinHours: 24, managerAfterHours: 48 },
  mailing: mailingRules,
  sequences: {},
  newsletter: [],
  mails: {},
};
