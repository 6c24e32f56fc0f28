import { isErased } from '../../domain/identity/lead.ts';
import { plus } from '../../domain/time.ts';
import { getLead } from '../../store/identity/leads.ts';
import { changeMailing } from '../../store/nurture/mailing.ts';
import { getMail } from '../../store/nurture/mails.ts';
import type { ReadSystem } from '../lead-system.ts';
import type { ChangeResult } from './confirm-mail.ts';

const WEEK_MS = 7 * 86_400_000;

/** What a person wants mail about, and when. */
export interface Preferences {
  /** The names of the wanted subjects; all others are unwanted. */
  subjects: readonly string[];
  /** How many weeks to pause; 0 ends a pause, undefined leaves it as it is. */
  pauseWeeks?: number;
}

/** Stores a person's preferences. */
export async function changePreferences(
  { table, now, playbook }: ReadSystem,
  id: string,
  { subjects, pauseWeeks }: Preferences,
): Promise<ChangeResult> {
  const mail = await getMail(table, id);
  const lead = mail && (await getLead(table, mail.lead));
  if (mail === undefined || lead === undefined || isErased(lead)) return 'unknown';
  const { mailing: rules } = await playbook();
  const chosen = Object.keys(rules.subjects).map((name) => [name, subjects.includes(name)]);
  await changeMailing(table, mail.lead, ({ pausedUntil, ...mailing }) => {
    const until = pauseWeeks === undefined ? pausedUntil : plus(now(), pauseWeeks * WEEK_MS);
    const isPaused = until !== undefined && until > now();
    return { ...mailing, subjects: Object.fromEntries(chosen), ...(isPaused && { pausedUntil: until }) };
  });
  return 'done';
}
