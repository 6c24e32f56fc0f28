import type { ActionName } from '../../domain/handover/action.ts';
import type { FieldName, FieldProblem } from './action-fields.ts';
import type { Story } from './dossier/story.ts';

/** A value with the words that people choose it by. */
export interface Option {
  value: string;
  label: string;
}

/** What somebody sent in that could not be recorded as it is. */
export interface Entered {
  action: ActionName;
  values: Partial<Record<FieldName, string>>;
  problems: Partial<Record<FieldName, FieldProblem>>;
}

/** Everything the page of a hand-over shows. */
export interface HandoverView {
  story: Story;
  /** Where the page itself is, and its forms go. */
  address: string;
  possible: readonly ActionName[];
  /** The people of sales; empty when the playbook names none. */
  team: Option[];
  /** Who most likely answers: one of the team, or a name. */
  by?: string;
  /** What a lead can fail to fit by. */
  criteria: Option[];
  /** The form that stands open. */
  open?: ActionName;
  /** What was answered just now, or why it could not be. */
  notice?: { text: string; isRefusal: boolean };
  entered?: Entered;
  /** Goes along with every answer, so that one that is sent twice counts once. */
  key: string;
}
