import type { Child } from 'hono/jsx';
import type { Path } from '../../../../playbook/mistake.ts';
import { described, FieldFrame, Problems } from './field-frame.tsx';
import { fieldOf, type PartForm } from './part-form.ts';

export interface InputProps {
  form: PartForm;
  at: Path;
  label: Child;
  hint?: Child;
  isCompact?: boolean;
}

interface TextProps extends InputProps {
  /** More than one line. */
  rows?: number;
  type?: 'text' | 'date' | 'email' | 'time';
  placeholder?: string;
  /** The id of a list of suggestions. */
  list?: string;
  lang?: string;
}

const SHAPES = { date: /^\d{4}-\d\d-\d\d$/, time: /^([01]\d|2[0-3]):[0-5]\d$/ };

/** A text. One with line breaks gets as many lines. */
export function TextInput({ form, at, label, hint, isCompact, rows, type = 'text', ...more }: TextProps) {
  const { id, name, texts, mistakes } = fieldOf(form, 'text', at);
  const [text = ''] = texts;
  const common = { id, name, autocomplete: 'off', ...described(id, mistakes, hint), ...more };
  // A browser empties a field of a day or a time that holds something else.
  const isPlain = type in SHAPES && text !== '' && !SHAPES[type as keyof typeof SHAPES].test(text);
  return (
    <FieldFrame {...{ id, label, hint, mistakes, isCompact }}>
      {rows || text.includes('\n') ? (
        <textarea {...common} rows={rows ?? text.split('\n').length}>
          {`\n${text}`}
        </textarea>
      ) : (
        <input {...common} type={isPlain ? 'text' : type} value={text} />
      )}
    </FieldFrame>
  );
}

/** A number; what is none stays as it was typed. */
export function NumberInput({ form, at, label, hint, isCompact, placeholder }: TextProps) {
  const { id, name, texts, mistakes } = fieldOf(form, 'number', at);
  return (
    <FieldFrame {...{ id, label, hint, mistakes, isCompact }}>
      <input
        {...{ id, name, placeholder, ...described(id, mistakes, hint) }}
        class="short"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        value={texts[0]}
      />
    </FieldFrame>
  );
}

/** Texts in one field, with commas between them; one a line when one of them has a comma. */
export function ListInput({ form, at, label, hint, isCompact, rows, placeholder, list }: TextProps) {
  const { value } = fieldOf(form, 'list', at);
  const hasCommas = Array.isArray(value) && value.some((one) => /[,\n]/.test(String(one)));
  const { id, name, texts, mistakes } = fieldOf(form, hasCommas ? 'lines' : 'list', at);
  const common = { id, name, placeholder, autocomplete: 'off', ...described(id, mistakes, hint) };
  return (
    <FieldFrame {...{ id, label, hint, mistakes, isCompact }}>
      {hasCommas || rows ? (
        <textarea {...common} rows={rows ?? 4}>{`\n${texts[0] ?? ''}`}</textarea>
      ) : (
        <input {...common} type="text" list={list} value={texts[0]} />
      )}
    </FieldFrame>
  );
}

export interface Option {
  value: string;
  label: Child;
}

interface ChoiceProps extends InputProps {
  options: readonly Option[];
  /** What it is when it is left out; without it, it can be left out only by the text. */
  usual?: string;
  /** The words for none. */
  none?: string;
  kind?: 'text' | 'truth';
}

/** One of a few. What the text says besides these can be kept. */
export function ChoiceInput({
  form,
  at,
  label,
  hint,
  isCompact,
  options,
  usual,
  none,
  kind = 'text',
}: ChoiceProps) {
  const { id, name, texts, mistakes } = fieldOf(form, kind, at);
  const [text = ''] = texts;
  const known = options.some((option) => option.value === text);
  const sentFor = (one: string) => (one === usual && text !== usual ? '' : one);
  return (
    <FieldFrame {...{ id, label, hint, mistakes, isCompact }}>
      <select {...{ id, name, ...described(id, mistakes, hint) }}>
        {(none !== undefined || (usual === undefined && text === '')) && (
          <option value="" selected={text === ''}>
            {none ?? '–'}
          </option>
        )}
        {options.map((option) => (
          <option value={sentFor(option.value)} selected={sentFor(option.value) === text}>
            {option.label}
          </option>
        ))}
        {!known && text !== '' && (
          <option value={text} selected>
            {text}
          </option>
        )}
      </select>
    </FieldFrame>
  );
}

/** Some of a few, each with a box to tick. */
export function SomeInput({ form, at, label, hint, options }: ChoiceProps) {
  const { id, name, texts, mistakes } = fieldOf(form, 'some', at);
  const others = texts.filter((text) => !options.some(({ value }) => value === text));
  const all = [...options, ...others.map((value) => ({ value, label: value }))];
  return (
    <fieldset class="field" id={id} tabindex={-1} {...described(id, mistakes, hint)}>
      <legend>{label}</legend>
      {hint && (
        <p class="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Problems id={id} mistakes={mistakes} />
      <input type="hidden" name={name} value="" />
      <div class="ticks">
        {all.map((option) => (
          <label class="choice">
            <input type="checkbox" name={name} value={option.value} checked={texts.includes(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface FlagProps extends InputProps {
  /** Whether it is so when it is left out; without it, it always stands in the text. */
  usual?: boolean;
}

/** Yes or no. */
export function FlagInput({ form, at, label, hint, usual }: FlagProps) {
  const kind = usual === undefined ? 'flag' : usual ? 'flag+' : 'flag-';
  const { id, name, texts, mistakes } = fieldOf(form, kind, at);
  return (
    <div class="field">
      <Problems id={id} mistakes={mistakes} />
      <input type="hidden" name={name} value="" />
      <label class="choice">
        <input
          {...{ id, name, ...described(id, mistakes) }}
          type="checkbox"
          value="on"
          checked={texts.length > 0}
        />
        <span>
          {label}
          {hint && <small>{hint}</small>}
        </span>
      </label>
    </div>
  );
}
