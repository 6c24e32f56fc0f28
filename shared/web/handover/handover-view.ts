import type { Field } from '../../domain/forms/form.ts';
import type { ActionName } from '../../domain/handover/action.ts';
import type { Dossier } from '../../domain/handover/dossier/dossier.ts';
import type { TeamNames } from '../../domain/handover/dossier/person-name.ts';
import { possibleActions } from '../../domain/handover/with-action.ts';
import type { Lead } from '../../domain/identity/lead.ts';
import type { Language } from '../../domain/language.ts';
import type { FieldName, FieldProblem } from './action-fields.ts';
import { type Story, type StorySettings, storyOf } from './dossier/story.ts';
import { handoverWords } from './words.ts';

/** A value and the label that people choose it by. */
export interface Option {
  value: string;
  label: string;
}

/** The values of a form, and what is wrong with them. */
export interface Entered {
  action: ActionName;
  values: Partial<Record<FieldName, string>>;
  problems: Partial<Record<FieldName, FieldProblem>>;
}

/** Everything that the page of a hand-over shows. */
export interface HandoverView {
  story: Story;
  /** The address of the page, to which its forms are sent. */
  address: string;
  possible: readonly ActionName[];
  /** The people of sales; empty when the playbook names none. */
  team: Option[];
  /** Who most likely answers: a key of the team, or a name. */
  by?: string;
  /** The criteria that a lead may fail. */
  criteria: Option[];
  /** The form that is unfolded. */
  open?: ActionName;
  /** What was just recorded, or why it was not. */
  notice?: { text: string; isRefusal: boolean };
  entered?: Entered;
  /** Idempotency key: an answer that is sent twice counts once. */
  key: string;
}

export interface HandoverFacts {
  lead: Lead;
  dossier: Dossier;
  playbook: { sales: { team: TeamNames }; fields: Readonly<Record<string, Field>> };
}

/** The next step first, then a call, then giving up. */
const ORDER: ActionName[] = ['accept', 'qualify', 'opportunity', 'won', 'call', 'lost', 'return'];

/** The page of a hand-over as it is first opened. */
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

/** The criteria of the fit: the e-mail address, and all questions that are not about reaching the lead. */
function criteriaOf(fields: HandoverFacts['playbook']['fields'], language: Language): Option[] {
  const asked = Object.entries(fields).filter(
    ([name, { type }]) => type !== 'textarea' && !REACHES.includes(name),
  );
  return [
    ...asked.map(([value, { label }]) => ({ value, label: label[language] })),
    { value: 'email', label: handoverWords[language].email },
  ];
}

const REACHES = ['name', 'firstName', 'lastName', 'phone', 'timeZone'];
