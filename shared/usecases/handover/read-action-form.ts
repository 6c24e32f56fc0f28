import { actionRequest, salesAction } from '../../contract/actions.ts';
import { ACTIONS, type ActionName, type ActionRequest } from '../../domain/handover/actions/action.ts';
import { DAY_MS, type Instant, isDay } from '../../domain/time.ts';
import { instantAt } from '../../domain/time-zone.ts';
import {
  type ActionField,
  actionFields,
  byField,
  type FieldProblem,
} from '../../web/handover/action-fields.ts';
import type { Entered } from '../../web/handover/action-forms-view.ts';
import { parseAmount } from '../../web/handover/parse-amount.ts';

/** The action in a form, or the input with its problems; undefined when it is no form of the page. */
export type SubmittedAction = { request: ActionRequest } | { entered: Entered } | undefined;

/** How to read a form. */
export interface Reading {
  /** Who answers, when that is known; otherwise the form says so. */
  by?: string;
  /** The time zone of the times in it. */
  timeZone: string;
}

/**
 * Reads a submitted form of an action. Its fields have the names of the API; those of pages from before that had them
 * are read too.
 */
export function readActionForm(form: URLSearchParams, { by, timeZone }: Reading): SubmittedAction {
  const action = ACTIONS.find((name) => name === form.get('action'));
  if (action === undefined) return undefined;
  const fields = actionFields[action].filter(
    ({ shownWhen }) => shownWhen !== 'fit' || form.get('reason') === 'bad-fit',
  );
  const input: Record<string, unknown> = { action, by: by ?? nameIn(form) };
  const replaces = form.get('replaces');
  if (replaces) input.replaces = Number(replaces);
  for (const field of fields) {
    const value = filledIn(field, textOf(field, form), timeZone);
    if (value !== undefined) place(input, field.path.split('.'), value);
  }
  const parsed = salesAction.safeParse(input);
  if (!parsed.success) return { entered: enteredIn(form, action, problemsIn(parsed.error.issues, fields)) };
  const seen = /^\d{1,6}$/.test(form.get('_seen') ?? '') ? { seen: Number(form.get('_seen')) } : {};
  // The page showed no answer; somebody may have answered since.
  const onlyIfOpen = form.has('_unanswered') ? { onlyIfOpen: true as const } : {};
  return { request: { ...actionRequest(parsed.data), ...seen, ...onlyIfOpen } };
}

/** The input, to show again with its problems. */
export function enteredIn(form: URLSearchParams, action: ActionName, problems: Entered['problems']): Entered {
  const values = [...actionFields[action], byField].map(
    (field) => [field.name, textOf(field, form)] as const,
  );
  return { action, values: Object.fromEntries(values), problems };
}

/** Pages from before the team answers by name alone have a second field, which counts when it is filled in. */
function nameIn(form: URLSearchParams): string {
  return form.get('name')?.trim() || form.get('by')?.trim() || '';
}

function textOf({ name, path }: ActionField, form: URLSearchParams): string {
  return form.get(path) ?? form.get(name) ?? '';
}

function filledIn(
  { kind, isOptional }: ActionField,
  entered: string,
  timeZone: string,
): string | number | undefined {
  const text = entered.trim();
  if (text === '' && isOptional) return undefined;
  switch (kind) {
    case 'amount':
      return parseAmount(text) ?? Number.NaN;
    case 'currency':
      return text.toUpperCase();
    case 'moment':
      return momentIn(text, timeZone);
    default:
      return text;
  }
}

/** A local day and time as browsers send it, such as `2027-01-31T14:30`; any other text is left to be judged. */
function momentIn(text: string, timeZone: string): Instant | string {
  const [, day, hours, minutes] = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::\d\d)?$/.exec(text) ?? [];
  if (day === undefined || !isDay(day)) return text;
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return ms < DAY_MS ? instantAt({ day, ms }, timeZone) : text;
}

function place(target: Record<string, unknown>, [name = '', ...deeper]: string[], value: unknown): void {
  if (deeper.length === 0) {
    target[name] = value;
    return;
  }
  const inner = (target[name] ?? {}) as Record<string, unknown>;
  target[name] = inner;
  place(inner, deeper, value);
}

type Issue = { code?: string; path: PropertyKey[] };

function problemsIn(issues: readonly Issue[], fields: readonly ActionField[]): Entered['problems'] {
  const found = issues.flatMap((issue) => {
    const field = [...fields, byField].find(({ path }) => path === issue.path.join('.'));
    return field ? [[field.name, problemOf(issue, field)] as const] : [];
  });
  return Object.fromEntries(found);
}

function problemOf({ code }: Issue, { kind }: ActionField): FieldProblem {
  switch (kind) {
    case 'amount':
      return code === 'too_big' ? 'large' : kind;
    case 'currency':
    case 'moment':
      return kind;
    case 'reasons':
    case 'outcomes':
    case 'colleague':
      return 'choose';
    default:
      return code === 'too_big' ? 'long' : 'missing';
  }
}
