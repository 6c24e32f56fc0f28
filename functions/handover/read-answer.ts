import { salesAction } from '../../shared/contract/actions.ts';
import { ACTIONS, type ActionName, type ActionRequest } from '../../shared/domain/handover/action.ts';
import {
  type ActionField,
  actionFields,
  type FieldName,
  type FieldProblem,
} from '../../shared/web/handover/action-fields.ts';
import type { Entered } from '../../shared/web/handover/handover-view.ts';
import { parseAmount } from '../../shared/web/handover/parse-amount.ts';

/** The action in a form, or the input with its problems; undefined when it is no form of the page. */
export type SubmittedAnswer = { request: ActionRequest } | { entered: Entered } | undefined;

/** Reads a submitted form. A typed name overrides the chosen person. */
export function readAnswer(form: URLSearchParams): SubmittedAnswer {
  const action = ACTIONS.find((name) => name === form.get('action'));
  if (action === undefined) return undefined;
  const fields = actionFields[action].filter(
    ({ shownWhen }) => shownWhen !== 'fit' || form.get('reason') === 'bad-fit',
  );
  const input: Record<string, unknown> = { action, by: form.get('name')?.trim() || form.get('by') || '' };
  for (const field of fields) {
    const value = filledIn(field, form);
    if (value !== undefined) place(input, field.path.split('.'), value);
  }
  const parsed = salesAction.safeParse(input);
  if (parsed.success) return { request: parsed.data };
  return { entered: enteredIn(form, action, problemsIn(parsed.error.issues, fields)) };
}

/** The input, to show again with its problems. */
export function enteredIn(form: URLSearchParams, action: ActionName, problems: Entered['problems']): Entered {
  const names: FieldName[] = [...actionFields[action].map(({ name }) => name), 'by', 'name'];
  const values = names.map((name) => [name, form.get(name) ?? ''] as const);
  return { action, values: Object.fromEntries(values), problems };
}

function filledIn(
  { name, kind, isOptional }: ActionField,
  form: URLSearchParams,
): string | number | undefined {
  const text = form.get(name)?.trim() ?? '';
  if (text === '' && isOptional) return undefined;
  return kind === 'amount' ? (parseAmount(text) ?? Number.NaN) : text;
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
  const known: ActionField[] = [...fields, { name: 'by', path: 'by', kind: 'person' }];
  const found = issues.flatMap((issue) => {
    const field = known.find(({ path }) => path === issue.path.join('.'));
    return field ? [[field.name, problemOf(issue, field)] as const] : [];
  });
  return Object.fromEntries(found);
}

function problemOf({ code }: Issue, { kind }: ActionField): FieldProblem {
  if (kind === 'amount') return 'amount';
  if (kind === 'reasons' || kind === 'outcomes') return 'choose';
  return code === 'too_big' ? 'long' : 'missing';
}
