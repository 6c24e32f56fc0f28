import type { Language } from '../../../domain/language.ts';
import type { AnsweredStart, SequenceStartRule } from '../../../domain/nurture/sequence-start.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { either, listed } from '../../language.ts';
import { sequenceWords } from './words.ts';

/** What the names in a playbook stand for. */
export type Named = Pick<Playbook, 'forms' | 'fields'>;

/** What starts a sequence, in a sentence. */
export function startText(start: SequenceStartRule, language: Language, named: Named): string {
  const words = sequenceWords[language];
  const any = (list: readonly string[]) => either(language, list);
  const formOf = (form: string) => named.forms[form]?.title[language] ?? form;
  if ('form' in start) return words.form(formOf(start.form));
  if ('imported' in start) return words.imported;
  if ('returned' in start) return words.returned(any(start.returned.map((why) => words.returns[why])));
  if ('band' in start) return words.band(words.bands[start.band]);
  if ('event' in start) {
    const properties = Object.entries(start.with ?? {}).map(([name, values]) =>
      words.property(name, any([values].flat().map(String))),
    );
    if (properties.length === 0) return words.event(start.event);
    return words.eventWith(start.event, listed(language, properties));
  }
  if ('clicked' in start) {
    const { to, in: mails } = start.clicked;
    return mails === undefined ? words.clicked(any(to)) : words.clickedIn(any(to), any(mails));
  }
  if ('answered' in start) {
    const { field, form } = start.answered;
    const question = named.fields[field]?.label[language] ?? field;
    const answer = answerText(start.answered, language);
    return form === undefined
      ? words.answered(question, answer)
      : words.answeredIn(question, answer, formOf(form));
  }
  const { visited, withoutForm } = start;
  if (withoutForm === undefined) return words.visited(any(visited));
  return words.visitedWithout(any(visited), formOf(withoutForm));
}

function answerText({ oneOf, from, to }: AnsweredStart, language: Language): string {
  const words = sequenceWords[language];
  if (oneOf !== undefined) return either(language, oneOf);
  if (from !== undefined && to !== undefined) return words.between(String(from), String(to));
  return from === undefined ? words.to(String(to ?? 0)) : words.from(String(from));
}
