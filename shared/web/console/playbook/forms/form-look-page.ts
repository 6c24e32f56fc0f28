import type { Field, Form } from '../../../../domain/forms/form.ts';
import { NOTHING_KNOWN, questionsFor } from '../../../../domain/forms/questions.ts';
import { type Language, type Localised, languages } from '../../../../domain/language.ts';
import { settingAt } from '../../../../playbook/edit/setting-path.ts';
import { formPage } from '../../../forms/form-page.tsx';
import type { Look } from '../../../look/look.ts';

interface Shown {
  name: string;
  /** The settings of the form and of the fields, right or wrong. */
  form: unknown;
  fields: unknown;
  language: Language;
  look: Look;
}

/** The page of a form as a stranger sees it, as far as its settings say it already. */
export function formLook({ name, form: written, fields: all, language, look }: Shown): string {
  const form = formAsWritten(written);
  const fields = fieldsAsWritten(all);
  const known = {
    ...form,
    ask: form.ask.filter((one) => fields[one]),
    later: form.later.filter((one) => fields[one]),
  };
  const questions = questionsFor(known, fields, NOTHING_KNOWN);
  return formPage({ asked: { name, form: known, fields, questions }, language, look, hidden: {} });
}

function formAsWritten(written: unknown): Form {
  const text = (...path: string[]) =>
    inEach((language) => String(settingAt(written, [...path, language]) ?? ''));
  const list = (name: string) => {
    const value = settingAt(written, [name]);
    return Array.isArray(value) ? value.map(String) : [];
  };
  const atOnce = settingAt(written, ['laterAtOnce']);
  return {
    ...{ title: text('title'), intro: text('intro'), button: text('button') },
    ...{ ask: list('ask'), require: list('require'), later: list('later') },
    laterAtOnce: typeof atOnce === 'number' ? atOnce : 1,
    ...(settingAt(written, ['permission']) !== undefined && { permission: text('permission') }),
    handRaise: settingAt(written, ['handRaise']) === true,
    thanks: { title: text('thanks', 'title'), text: text('thanks', 'text') },
  };
}

function fieldsAsWritten(all: unknown): Record<string, Field> {
  if (typeof all !== 'object' || all === null) return {};
  return Object.fromEntries(
    Object.entries(all).map(([name, field]) => {
      const type = settingAt(field, ['type']);
      const kind = (['tel', 'number', 'textarea'] as const).find((known) => known === type) ?? 'text';
      const label = inEach((language) => String(settingAt(field, ['label', language]) ?? name));
      return [name, { label, type: kind, maxLength: 200 }];
    }),
  );
}

function inEach(text: (language: Language) => string): Localised {
  return Object.fromEntries(languages.map((language) => [language, text(language)])) as Localised;
}
