import type { ActionName, ActionRequest } from '../../domain/handover/actions/action.ts';
import { digestId } from '../../gateways/digest-id.ts';
import { type FieldName, proofFields } from '../../web/handover/action-fields.ts';
import type { Entered } from '../../web/handover/action-forms-view.ts';
import type { ActionResult } from './act-on-lead.ts';
import { enteredIn, type Reading, readActionForm } from './read-action-form.ts';

/** Why an action was refused, and what stands instead. */
export type RefusedAction = Extract<
  ActionResult,
  { result: 'impossible' | 'overtaken' | 'uncorrectable' | 'key-taken' }
>;

/**
 * What became of a submitted form. `entered`: something in it is missing or wrong. `no-form`: it is none of the forms of
 * actions.
 */
export type FormOutcome =
  | { outcome: 'recorded'; action: ActionName; isRepeat: boolean }
  | { outcome: 'entered'; entered: Entered }
  | { outcome: 'refused'; entered: Entered; why: RefusedAction }
  | { outcome: 'no-form' }
  | { outcome: 'unknown' };

/**
 * Records the action in a submitted form. The same form sent twice counts once; another answer from the same page has
 * another key.
 * @param act records an action under an idempotency key
 */
export async function actFromForm(
  form: URLSearchParams,
  reading: Reading,
  act: (request: ActionRequest, key: string | undefined) => Promise<ActionResult>,
): Promise<FormOutcome> {
  const submitted = readActionForm(form, reading);
  if (submitted === undefined) return { outcome: 'no-form' };
  if ('entered' in submitted) return { outcome: 'entered', entered: submitted.entered };
  const { request } = submitted;
  const { action } = request;
  const key = form.get('_key') ? digestId(String(form)) : undefined;
  const recorded = await act(request, key);
  const wrong = (problems: Entered['problems']) => enteredIn(form, action, problems);
  switch (recorded.result) {
    case 'done':
    case 'repeated':
      return { outcome: 'recorded', action, isRepeat: recorded.result === 'repeated' };
    case 'unproven': {
      const problems = recorded.missing.map((proof) => [proofFields[proof], 'missing' as const]);
      return { outcome: 'entered', entered: wrong(Object.fromEntries(problems)) };
    }
    case 'invalid': {
      const { field, because } = recorded.problem;
      return { outcome: 'entered', entered: wrong({ [field satisfies FieldName]: because }) };
    }
    case 'unknown':
      return { outcome: 'unknown' };
    default:
      return { outcome: 'refused', entered: wrong({}), why: recorded };
  }
}
