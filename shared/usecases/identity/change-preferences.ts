import { isErased } from '../../domain/identity/lead.ts';
import { getsMailAbout } from '../../domain/nurture/preferences.ts';
import { plus } from '../../domain/time.ts';
import { getLead } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { changeMailing, getMailing } from '../../store/nurture/mailing.ts';
import { getMail } from '../../store/nurture/mails.ts';
import type { ReadSystem } from '../lead-system.ts';
import { type ChangeResult, grant } from './confirm-mail.ts';

/** Where a permission from the preferences page was given. */
const FORM = 'preferences';
const PAGE = '/preferences';

const WEEK_MS = 7 * 86_400_000;

/** What a person wants mail about, and when. */
export interface Preferences {
  /** The names of the wanted subjects; all others are unwanted. */
  subjects: readonly string[];
  /** How many weeks to pause; 0 ends a pause, undefined leaves it as it is. */
  pauseWeeks?: number;
}

/**
 * Stores a person's preferences. A subject that is ticked anew is asked for by the person itself, which the words of the
 * page prove. So it also opens an address again that bounced or complained.
 * @param question the words on the page above the subjects
 */
export async function changePreferences(
  { table, now, playbook }: ReadSystem,
  id: string,
  { subjects, pauseWeeks }: Preferences,
  question: string,
): Promise<ChangeResult> {
  const mail = await getMail(table, id);
  if (mail === undefined) return 'unknown';
  const [lead, profile, before, { mailing: rules }] = await Promise.all([
    getLead(table, mail.lead),
    getProfile(table, mail.lead),
    getMailing(table, mail.lead),
    playbook(),
  ]);
  if (lead === undefined || isErased(lead) || profile === undefined) return 'unknown';
  const names = Object.keys(rules.subjects);
  const ticked = names.filter((name) => subjects.includes(name));
  const asked = ticked.filter((name) => !getsMailAbout(name, { lead, mailing: before }));
  if (asked.length > 0) {
    const titles = asked.map((name) => rules.subjects[name]?.[profile.locale]);
    const proof = { wording: `${question} ${titles.join(', ')}`, page: PAGE, form: FORM, subjects: asked };
    await grant({ table, now }, mail, { how: 'preferences', isLifted: true }, [{ ...proof, at: now() }]);
  }
  const chosen = names.map((name) => [name, ticked.includes(name)]);
  await changeMailing(table, mail.lead, ({ pausedUntil, ...mailing }) => {
    const until = pauseWeeks === undefined ? pausedUntil : plus(now(), pauseWeeks * WEEK_MS);
    const isPaused = until !== undefined && until > now();
    return { ...mailing, subjects: Object.fromEntries(chosen), ...(isPaused && { pausedUntil: until }) };
  });
  return 'done';
}
