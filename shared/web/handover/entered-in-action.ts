import type { SalesAction } from '../../domain/handover/actions/action.ts';
import { actionFields } from './action-fields.ts';
import type { Entered } from './action-forms-view.ts';

/** The form of an action as it was once filled in, to be corrected. A moment is left open: it is another one now. */
export function enteredInAction(action: SalesAction): Entered {
  const values = actionFields[action.action].flatMap(({ name, path, kind }) => {
    const value = kind === 'moment' ? undefined : valueAt(action, path.split('.'));
    return value === undefined ? [] : [[name, String(value)] as const];
  });
  return { action: action.action, values: Object.fromEntries(values), problems: {} };
}

function valueAt(inside: unknown, [name, ...deeper]: string[]): unknown {
  if (name === undefined || inside === undefined) return inside;
  return valueAt((inside as Record<string, unknown>)[name], deeper);
}
