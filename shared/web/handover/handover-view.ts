import type { Field } from '../../domain/forms/form.ts';
import type { ActionName } from '../../domain/handover/action.ts';
import type { Dossier } from '../../domain/handover/dossier/dossier.ts';
import type { TeamNames } from '../../domain/handover/dossier/person-name.ts';
import { possibleActions } from '../../domain/handover/with-action.ts';
import type { Lead } from '../../domain/identity/lead.ts';
import type { Language } from '../../domain/language.ts';
import { type StorySettings, storyOf } from './dossier/story.ts';
import type { HandoverView, Option } from './view.ts';
import { pageWordsIn } from './words.ts';

export interface HandoverFacts {
  lead: Lead;
  dossier: Dossier;
  playbook: { sales: { team: TeamNames }; fields: Readonly<Record<string, Field>> };
}

/** What matters most stands first: the way on, then a call, then the ways back. */
const ORDER: ActionName[] = ['accept', 'qualify', 'opportunity', 'won', 'call', 'lost', 'return'];

/** What there is to see of a hand-over, before anybody answered on this page. */
export function handoverView(
  { lead, dossier, playbook }: HandoverFacts,
  settings: StorySettings,
  page: Pick<HandoverView, 'address' | 'key'>,
): HandoverView {
  const possible = possibleActions(lead);
  const { to, answer } = lead.handover ?? {};
  const by = answer?.by ?? to;
  return {
    ...page,
    story: storyOf(dossier, settings),
    possible: ORDER.filter((action) => possible.includes(action)),
    team: Object.entries(playbook.sales.team).map(([value, { name }]) => ({ value, label: name })),
    ...(by !== undefined && { by }),
    criteria: criteriaOf(playbook.fields, settings.language),
  };
}

/** What tells whether a lead fits: its address, and what forms ask besides how and when to reach it. */
function criteriaOf(fields: HandoverFacts['playbook']['fields'], language: Language): Option[] {
  const asked = Object.entries(fields).filter(
    ([name, { type }]) => type !== 'textarea' && !REACHES.includes(name),
  );
  return [
    ...asked.map(([value, { label }]) => ({ value, label: label[language] })),
    { value: 'email', label: pageWordsIn(language).email },
  ];
}

const REACHES = ['name', 'firstName', 'lastName', 'phone', 'timeZone'];
