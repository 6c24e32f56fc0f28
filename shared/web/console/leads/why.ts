import { fitOf } from '../../../domain/fit/fit.ts';
import type { DirectoryRow, Minute } from '../../../domain/identity/directory/row.ts';
import type { LeadsProps, ListedLead } from './props.ts';
import { leadsWords } from './words.ts';

type Reader = Pick<LeadsProps, 'language' | 'playbook'>;

/**
 * Why a lead is where it is, in a sentence: what sales does with it, else what it lacks.
 * @param ago a minute as text, such as `3 days ago`
 */
export function whyHere(
  reader: Reader,
  { row, ...who }: ListedLead,
  ago: (minute: Minute) => string,
): string {
  const { why, returns } = leadsWords[reader.language];
  const { stage, status, openedAt, answeredAt, returned, returnedAt } = row;
  if (stage === 'customer') return why.won;
  if (stage === 'lost') return why.lost(ago(row.stageAt));
  if (status === 'open' && openedAt !== undefined) return why[row.told ? 'late' : 'waits'](ago(openedAt));
  if (status === 'accepted' && answeredAt !== undefined) return why.taken(ago(answeredAt));
  if (row.raisedAt !== undefined) return why.raised(ago(row.raisedAt));
  if (returned !== undefined && returnedAt !== undefined)
    return why.returned(returns[returned], ago(returnedAt));
  if (row.isStalled) return why.stalled;
  if (row.fit === 'bad') return why.badFit;
  if (stage === 'name') return why.name;
  return lacksOf(reader, { ...who, fit: row.fit, score: row.score })[0] ?? why.ready;
}

/** What a lead that fits, or may fit, lacks before sales calls it, each in a sentence; empty when nothing. */
export function lacksOf(
  { language, playbook }: Reader,
  { fit, score, email, values }: Omit<ListedLead, 'row'> & Pick<DirectoryRow, 'fit' | 'score'>,
): string[] {
  const { why } = leadsWords[language];
  const points = playbook.scoring.bands.call - score;
  const [missing] = fit === 'unknown' ? fitOf(email, values, playbook.fit).ask : [];
  const label = missing && (playbook.fields[missing]?.label[language] ?? missing);
  return [
    ...(label ? [why.unknownFit(label.toLowerCase())] : []),
    ...(points > 0 ? [why.points(points)] : []),
  ];
}
