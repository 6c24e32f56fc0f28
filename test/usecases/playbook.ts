import type { CompiledPlaybook } from '../../shared/playbook/compile-playbook.ts';
import type { Playbook, PlaybookContent } from '../../shared/playbook/playbook.ts';
import { agreement } from '../domain/handover/agreement.ts';
import { mailingRules } from '../domain/nurture/mail/mailing-rules.ts';
import { rules } from '../domain/scoring/rules.ts';

/** A small playbook for tests of use cases. */
export const playbook: Playbook = {
  version: 1,
  scoring: rules,
  fit: { employees: { badBelow: 5, goodFrom: 20, goodTo: 1000 }, freeMail: 'bad', excludedDomains: [] },
  fields: {},
  forms: {},
  agreement,
  sales: { team: {}, accounts: {}, routing: [], currency: 'EUR' },
  mailing: mailingRules,
  sequences: {},
  newsletter: [],
  mails: {},
};

/** A compiled playbook; the same content and mails have the same hash. */
export function compiled(
  content: PlaybookContent,
  templates: CompiledPlaybook['templates'] = {},
): CompiledPlaybook {
  return { hash: JSON.stringify([content, templates]), content, templates };
}
