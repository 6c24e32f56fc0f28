import type { Field } from '../../domain/forms/form.ts';
import type { ActionName } from '../../domain/handover/actions/action.ts';
import { possibleActions } from '../../domain/handover/actions/with-action.ts';
import type { TeamNames } from '../../domain/handover/dossier/person-name.ts';
import type { Lead } from '../../domain/identity/lead.ts';
import type { Language } from '../../domain/language.ts';
import type { FieldName, FieldProblem } from './action-fields.ts';
import { answerAddress } from './answer-address.ts';
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

/** The forms for what sales can do with a lead. */
export interface ActionFormsView {
  /** The address to which the forms are sent. */
  address: string;
  possible: readonly ActionName[];
  /** The people of sales; empty when the playbook names none. */
  team: Option[];
  /** Who answers, when that is known: the page asks for no name. */
  person?: string;
  /** Who most likely answers: a key of the team, or a name. */
  by?: string;
  /** The criteria that a lead may fail. */
  criteria: Option[];
  /** Where whoever signs in can do what this page does not serve. */
  signedIn?: string;
  /** The currency of the company. */
  currency: string;
  /** The form that is unfolded. */
  open?: ActionName;
  /** The number of the action that the forms correct. */
  replaces?: number;
  /** How many actions this page shows: what others did since is refused, not overwritten. */
  seen: number;
  entered?: Entered;
  /** Idempotency key: an answer that is sent twice counts once. */
  key: string;
}

export interface FormsFacts {
  lead: Lead;
  playbook: {
    sales: { team: TeamNames; currency: string };
    fields: Readonly<Record<string, Field>>;
  };
}

/** Where the forms stand, and who reads them. */
export interface FormsPage extends Pick<ActionFormsView, 'address' | 'key'> {
  language: Language;
  person?: { key: string; name: string };
  /** The actions that this page serves; all by default. */
  only?: readonly ActionName[];
}

/** The next step first, then what can be done at any time, then giving up. */
const ORDER: ActionName[] = [
  ...(['accept', 'qualify', 'opportunity', 'won', 'call', 'call-back', 'note'] as const),
  ...(['assign', 'lost', 'return', 'reopen'] as const),
];

/** The forms for what sales can do now. */
export function actionFormsView(
  { lead, playbook }: FormsFacts,
  { language, person, only = ORDER, address, key }: FormsPage,
): ActionFormsView {
  const possible = possibleActions(lead);
  const { owner, to, answer } = lead.handover ?? {};
  const by = owner ?? answer?.by ?? to;
  const team = Object.entries(playbook.sales.team).map(([value, { name }]) => ({ value, label: name }));
  const isAllowed = (action: ActionName) =>
    possible.includes(action) && only.includes(action) && (action !== 'assign' || team.length > 0);
  return {
    ...{ address, key, team, seen: lead.actions ?? 0, currency: playbook.sales.currency },
    possible: ORDER.filter(isAllowed),
    ...(person && { person: person.name }),
    ...(by !== undefined && { by }),
    ...(possible.some((action) => !only.includes(action)) && { signedIn: answerAddress(lead.id) }),
    criteria: criteriaOf(playbook.fields, language),
  };
}

/** The criteria of the fit: the e-mail address, and all questions that are not about reaching the lead. */
function criteriaOf(fields: FormsFacts['playbook']['fields'], language: Language): Option[] {
  const asked = Object.entries(fields).filter(
    ([name, { type }]) => type !== 'textarea' && !REACHES.includes(name),
  );
  return [
    ...asked.map(([value, { label }]) => ({ value, label: label[language] })),
    { value: 'email', label: handoverWords[language].email },
  ];
}

const REACHES = ['name', 'firstName', 'lastName', 'phone', 'timeZone'];
