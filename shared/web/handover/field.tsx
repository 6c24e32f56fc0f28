import type { Child } from 'hono/jsx';
import type { ActionName } from '../../domain/handover/actions/action.ts';
import { RETURN_REASONS } from '../../domain/handover/handover.ts';
import type { ActionField } from './action-fields.ts';
import type { ActionFormsView, Option } from './action-forms-view.ts';
import type { HandoverWords } from './words/en.ts';

interface FieldProps {
  field: ActionField;
  action: ActionName;
  view: ActionFormsView;
  words: HandoverWords;
  /** The value before anybody filled it in. */
  preset?: string | undefined;
}

/** One question of a form, with the value that was filled in and what is wrong with it. */
export function FieldPart(props: FieldProps) {
  const { field, words } = props;
  switch (field.kind) {
    case 'reasons':
      return <Radios {...props} options={reasonsIn(words)} />;
    case 'outcomes':
      return <Radios {...props} options={optionsOf(words.outcomes)} />;
    case 'criteria':
      return (
        <Labelled {...props}>
          <Choice {...props} options={props.view.criteria} />
        </Labelled>
      );
    case 'colleague': {
      const others = props.view.team.filter(({ label }) => label !== props.view.person);
      return (
        <Labelled {...props}>
          <Choice {...props} options={others} />
        </Labelled>
      );
    }
    case 'text':
      return (
        <Labelled {...props}>
          <textarea {...attributesOf(props)} rows={3}>
            {enteredIn(props)}
          </textarea>
        </Labelled>
      );
    case 'line':
    case 'person':
    case 'amount':
    case 'currency':
    case 'moment':
      return (
        <Labelled {...props}>
          <input
            {...attributesOf(props)}
            type={field.kind === 'moment' ? 'datetime-local' : 'text'}
            inputmode={field.kind === 'amount' ? 'decimal' : undefined}
            autocomplete={field.kind === 'person' ? 'name' : 'off'}
            value={enteredIn(props)}
          />
        </Labelled>
      );
  }
}

/** A label, a hint, what is wrong, and the control itself. */
export function Labelled({ children, ...props }: FieldProps & { children?: Child }) {
  const { field, words } = props;
  const id = idOf(props);
  return (
    <div class={`field ${field.shownWhen ?? ''}`.trim()}>
      <label for={id}>
        {words.fields[field.name].label}
        {field.isOptional && !field.shownWhen && <span> ({words.optional})</span>}
      </label>
      <Remarks {...props} />
      {children}
    </div>
  );
}

/** A list to choose from. */
export function Choice(props: FieldProps & { options: Option[] }) {
  const { options, words } = props;
  const chosen = enteredIn(props) ?? '';
  return (
    <select {...attributesOf(props)}>
      <option value="">{words.choose}</option>
      {options.map(({ value, label }) => (
        <option value={value} selected={value === chosen}>
          {label}
        </option>
      ))}
    </select>
  );
}

function Radios(props: FieldProps & { options: (Option & { becomes?: string })[] }) {
  const { field, words, options } = props;
  const id = idOf(props);
  return (
    <fieldset class="field" aria-describedby={problemIn(props) ? `${id}-problem` : undefined}>
      <legend>{words.fields[field.name].label}</legend>
      <Remarks {...props} />
      {options.map(({ value, label, becomes }, index) => (
        <label class="choice">
          <input
            type="radio"
            id={index === 0 ? id : `${id}-${value}`}
            name={field.path}
            value={value}
            checked={enteredIn(props) === value}
            required
          />
          <span>
            {label}
            {becomes && <small>{becomes}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Remarks(props: FieldProps) {
  const { field, words } = props;
  const { hint } = words.fields[field.name];
  const problem = problemIn(props);
  return (
    <>
      {hint && (
        <p class="soft" id={`${idOf(props)}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${idOf(props)}-problem`}>
          {words.problems[problem]}
        </p>
      )}
    </>
  );
}

/** The id of the control, which the summary of problems links to. */
function idOf({ action, field }: Pick<FieldProps, 'action' | 'field'>): string {
  return `${action}-${field.name}`;
}

function attributesOf(props: FieldProps) {
  const { field, words } = props;
  const id = idOf(props);
  const problem = problemIn(props);
  const described = [
    ...(words.fields[field.name].hint ? [`${id}-hint`] : []),
    ...(problem ? [`${id}-problem`] : []),
  ];
  return {
    id,
    name: field.path,
    ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
    ...(problem && { 'aria-invalid': 'true' as const }),
    ...(!field.isOptional && { required: true }),
  };
}

function enteredIn({ view, action, field, preset }: FieldProps): string | undefined {
  return view.entered?.action === action ? view.entered.values[field.name] : preset;
}

function problemIn({ view, action, field }: FieldProps) {
  return view.entered?.action === action ? view.entered.problems[field.name] : undefined;
}

function reasonsIn(words: HandoverWords): (Option & { becomes: string })[] {
  return RETURN_REASONS.map((value) => ({ value, ...words.reasons[value] }));
}

function optionsOf(labels: Readonly<Record<string, string>>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
