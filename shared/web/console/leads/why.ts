import { fitOf } from '../../../domain/fit/fit.ts';
import type { Language } from '../../../domain/language.ts';
import { agoIn } from './ago.ts';
import type { LeadsProps, ListedLead } from './props.ts';
import { leadsWords } from './words.ts';

/** Why a lead is where it is, in a sentence: what sales does with it, else what it lacks. */
export function whyHere(
  { language, now, playbook }: Pick<LeadsProps, 'language' | 'now' | 'playbook'>,
  lead: ListedLead,
): string {
  const { why, returns } = leadsWords[language];
  const ago = agoIn(language, now);
  const { row } = lead;
  const { stage, status, openedAt, answeredAt, returned, returnedAt } = row;
  if (stage === 'customer') return why.won;
  if (stage === 'lost') return why.lost(ago(row.stageAt));
  if (status === 'open' && openedAt !== undefined) return why[row.told ? 'late' : 'waits'](ago(openedAt));
  if (status === 'accepted' && answeredAt !== undefined) return why.taken(ago(answeredAt));
  if (row.raisedAt !== undefined) return why.raised(ago(row.raisedAt));
  if (returned !== undefined && returnedAt !== undefined)
    return why.returned(returns[returned], ago(returnedAt));
  if (row.isStalled) return why.stalled;
  if (stage === 'name') return why.name;
  if (row.fit === 'bad') return why.badFit;
  return lacks(language, playbook, lead);
}

function lacks(
  language: Language,
  playbook: LeadsProps['playbook'],
  { row, email, values }: ListedLead,
): string {
  const { why } = leadsWords[language];
  const points = playbook.scoring.bands.call - row.score;
  const [missing] = row.fit === 'unknown' ? fitOf(email, values, playbook.fit).ask : [];
  if (missing !== undefined) {
    const label = playbook.fields[missing]?.label[language] ?? missing;
    return why.unknownFit(label.toLowerCase());
  }
  return points > 0 ? why.points(points) : why.ready;
}
