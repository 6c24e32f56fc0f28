import type { CompiledPlaybook } from '../../shared/playbook/compile-playbook.ts';
import type { Playbook, PlaybookContent } from '../../shared/playbook/playbook.ts';
import { publishPlaybook } from '../../shared/usecases/playbook/publish-playbook/publish-playbook.ts';
import type { PublishSystem } from '../../shared/usecases/playbook/publish-playbook/start-jobs.ts';
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

/** A compiled playbook, with its settings as files; the same content and mails have the same hash. */
export function compiled(
  content: PlaybookContent,
  templates: CompiledPlaybook['templates'] = {},
): CompiledPlaybook {
  const settings = Object.entries(content).filter(([part]) => part !== 'mails');
  const files = Object.fromEntries(settings.map(([part, value]) => [`${part}.yaml`, JSON.stringify(value)]));
  return { hash: JSON.stringify([content, templates]), content, templates, files };
}

/** Publishes a playbook as a deployment does that nothing holds back. */
export async function published(system: PublishSystem, playbook: CompiledPlaybook): Promise<number> {
  const { version } = await publishPlaybook(system, playbook, { author: { by: 'deployment' }, note: '' });
  return version;
}
