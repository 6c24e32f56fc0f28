import type { Language } from '../../../../domain/language.ts';
import type { ChangeValue, PlaybookChange } from '../../../../playbook/versions/change.ts';
import { changeWords } from './words.ts';

const MAILS = 'mails/';
/** Groups whose entries are known by their own name. */
const GROUPS = ['rules', 'steps', 'team', 'subjects'];
/** Groups whose name adds nothing to those of their entries. */
const SILENT = [...GROUPS, 'bands'];

/**
 * A change of the playbook as people read it: `Pricing page: 3 → 5 points`. What it has no sentence for is told as the
 * setting with its values.
 */
export function changeText(language: Language, change: PlaybookChange): string {
  const words = changeWords[language];
  const { kind, at, file } = change;
  const what = nameOf(language, change);
  const from = change.from === undefined ? undefined : valueText(language, change.from);
  const to = change.to === undefined ? undefined : valueText(language, change.to);
  switch (kind) {
    case 'changed':
      if (from === undefined || to === undefined) return words.changedOnly(what);
      return isPointsOfRule(at)
        ? words.points(at[at.length - 2] ?? '', from, to)
        : words.changed(what, from, to);
    case 'added':
      if (at.length === 2 && at[0] === 'rules') return words.newRule(what);
      return to === undefined ? words.added(what) : words.setTo(what, to);
    case 'removed':
      return from === undefined ? words.removed(what) : words.wasRemoved(what, from);
    case 'order':
      return words.order(what);
    case 'text':
      return file.startsWith(MAILS) ? words.reworded(what) : words.layout(what);
    default:
      return kind satisfies never;
  }
}

function isPointsOfRule(at: readonly string[]): boolean {
  return at.length === 3 && at[0] === 'rules' && at[2] === 'points';
}

/** A setting by what it belongs to: the file, a rule by its name, a step by its sequence and its id, a mail by its subject. */
function nameOf(language: Language, { file, at, title }: PlaybookChange): string {
  const words = changeWords[language];
  const known = (name: string) => (Object.hasOwn(words.settings, name) && words.settings[name]) || name;
  const isMail = file.startsWith(MAILS);
  const [group = '', ...inGroup] = at;
  const isNamedByItself = GROUPS.includes(group) && inGroup.length > 0;
  const path = isNamedByItself ? inGroup : at.filter((name) => !SILENT.includes(name));
  const parts = path.map((name, index) => (isNamedByItself && index === 0 ? name : known(name)));
  const of = isMail
    ? [words.mail(title ?? file, languageOf(file, known))]
    : isNamedByItself
      ? []
      : [fileName()];
  return [...of, ...parts].join(', ');

  function fileName(): string {
    return (Object.hasOwn(words.files, file) && words.files[file]) || file;
  }
}

/** The language of the file of a mail, such as `tip-1.nl.md`. */
function languageOf(file: string, known: (name: string) => string): string {
  const code = file.split('.').at(-2) ?? '';
  const name = known(code);
  return name === code ? '' : name;
}

function valueText(language: Language, value: ChangeValue): string {
  const { yes, no, nothing } = changeWords[language];
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number') return value.toLocaleString(language, { useGrouping: false });
  if (typeof value === 'string') return value === '' ? nothing : value;
  return value.length === 0 ? nothing : value.map((one) => valueText(language, one)).join(', ');
}
