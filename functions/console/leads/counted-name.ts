import type { Language } from '../../../shared/domain/language.ts';
import type { CountedNumber } from '../../../shared/domain/reports/counted.ts';
import { mailNameIn, targetIn } from '../../../shared/domain/reports/mail-names.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { shownSubject } from '../../../shared/usecases/nurture/shown-subject.ts';
import { reportWords } from '../../../shared/web/console/reports/words.ts';

/** What people call that under which a number is counted, as far as the playbook still has it; empty for all together. */
export function countedName(
  playbook: Pick<Playbook, 'sequences' | 'newsletter' | 'mails' | 'forms' | 'sales'>,
  { counted, under }: CountedNumber,
  language: Language,
): string {
  if (under === undefined) return '';
  const { comparison, responses } = reportWords[language];
  const [kind] = counted.split('.');
  if (kind === 'mail' || kind === 'sequence') return mailCalled(playbook, under, language);
  if (kind === 'link') return `${targetIn(under)} · ${mailCalled(playbook, under, language)}`;
  if (kind === 'member') return own(playbook.sales.team, under)?.name ?? (under || responses.nobody);
  if (kind === 'playbook') return `${comparison.of.playbook} ${under}`;
  if (kind === 'form') return own(playbook.forms, under)?.title[language] ?? (under || comparison.none.form);
  return kind === 'campaign' ? under || comparison.none.campaign : under;
}

function mailCalled(
  { sequences, newsletter, mails }: Pick<Playbook, 'sequences' | 'newsletter' | 'mails'>,
  name: string,
  language: Language,
): string {
  const { sequence, step, language: written, test } = mailNameIn(name);
  const title = own(sequences, sequence)?.title[language] ?? sequence;
  if (step === '') return title;
  const mail =
    own(sequences, sequence)?.steps.find(({ id }) => id === step)?.mail ??
    newsletter.find((issue) => issue.mail === step)?.mail;
  const head = mail === undefined ? undefined : own(mails, mail)?.[language];
  const called = `${head === undefined ? step : shownSubject(head)}${written === '' ? '' : ` (${written})`}`;
  return test === undefined ? called : `${called} · ${test.variant}`;
}

/** What an address names may be a word that every object knows, such as `constructor`. */
function own<Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
