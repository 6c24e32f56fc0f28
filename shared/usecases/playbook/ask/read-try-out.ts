import type { TryAnswer } from '../../../contract/playbook-commands.ts';
import { maySee, type Viewer } from '../../../domain/console/viewer.ts';
import type { LeadId } from '../../../domain/identity/ids.ts';
import { valuesOf } from '../../../domain/identity/profile.ts';
import type { Language } from '../../../domain/language.ts';
import { leadsWithProfiles } from '../../../store/identity/leads-with-profiles.ts';
import { recordLog } from '../../console/record-log.ts';
import { askTry } from './ask-draft.ts';
import type { AskSystem } from './ask-system.ts';

/** Who an example is, for a viewer who may see them. */
export interface ExamplePerson {
  email: string;
  values: Readonly<Record<string, string>>;
}

/**
 * What publishing the shared draft would do, and who its examples are. Examples whom the viewer may not see are left out.
 * @throws NotAllowed; Error when the function does not answer: try again
 */
export async function readTryOut(
  system: AskSystem,
  viewer: Viewer,
  language: Language,
): Promise<{ answer: TryAnswer; people: ReadonlyMap<LeadId, ExamplePerson>; hidden: number }> {
  const answer = await askTry(system, viewer, language);
  if (answer.result !== 'tried' || answer.examples.length === 0)
    return { answer, people: new Map(), hidden: 0 };
  await recordLog(system, { who: viewer.email }, { kind: 'leads-seen', detail: 'try-out' });
  const ids = answer.examples.map(({ lead }) => lead);
  const cards = (await leadsWithProfiles(system.table, ids)).filter(({ lead }) => maySee(viewer, lead));
  const people = new Map(
    cards.map(({ lead, profile }) => [lead.id, { email: profile.email, values: valuesOf(profile) }]),
  );
  const examples = answer.examples.filter(({ lead }) => people.has(lead));
  return { answer: { ...answer, examples }, people, hidden: ids.length - examples.length };
}
