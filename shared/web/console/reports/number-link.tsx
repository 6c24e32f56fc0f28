import type { Child } from 'hono/jsx';
import { count, numberName } from './numbers.ts';
import { behindLink, type ReportView } from './view.ts';
import { reportWords } from './words.ts';

interface Props {
  view: Pick<ReportView, 'language' | 'period'>;
  /** What is counted, as the list of leads names it. */
  counted: string;
  /** The mail, form and so on, by its name in the reports; all of them when absent. */
  under?: string | undefined;
  /** What people call that. */
  of?: string | undefined;
  value: number;
  /** As it stands there; the number itself when absent. */
  shown?: string;
}

/** A number that opens the leads behind it, unless there are none. */
export function NumberLink({ view, counted, under, of = '', value, shown }: Props) {
  const { language, period } = view;
  const text = shown ?? count(language, value);
  if (value <= 0) return <>{text}</>;
  const label = reportWords[language].behind.open(numberName(language, counted), of, text);
  return (
    <a href={behindLink(counted, under, period)} aria-label={label}>
      {text}
    </a>
  );
}

/** A text of the words with something else where its values belong, such as numbers that open something. */
export function filled(text: (...values: string[]) => string, ...values: Child[]): Child[] {
  const marks = values.map((_, n) => `\u0000${n}\u0000`);
  return text(...marks)
    .split('\u0000')
    .map((part, n) => (n % 2 === 0 ? part : values[Number(part)]));
}
