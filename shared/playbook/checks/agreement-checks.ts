import type { Agreement } from '../../domain/handover/agreement.ts';
import type { Finding } from '../mistake.ts';
import { KEEP_ONE, laterThan, moreThan } from '../remedies.ts';
import { unknownTimeZone } from './value-findings.ts';

const HOURS_A_DAY = 24;

/** A manager who is notified too early. */
export function managerFindings({ acceptWithinHours, managerAfterHours }: Agreement): Finding[] {
  if (managerAfterHours > acceptWithinHours) return [];
  const problem = {
    nl: 'de manager hoort het voordat sales te laat is',
    en: 'the manager is notified before sales is late',
  };
  return [{ path: ['managerAfterHours'], problem, remedy: moreThan(acceptWithinHours) }];
}

/** Pages that expire too early. */
export function linkFindings({ managerAfterHours, linkDays }: Agreement): Finding[] {
  if (linkDays * HOURS_A_DAY >= managerAfterHours) return [];
  const problem = {
    nl: 'de pagina van een overdracht verloopt voordat de manager ervan hoort',
    en: 'the page of a hand-over expires before the manager is notified about it',
  };
  const least = Math.ceil(managerAfterHours / HOURS_A_DAY);
  const remedy = {
    nl: `maak er minstens ${least} van; met een maand of meer is er tijd om ermee te werken`,
    en: `make it at least ${least}; a month or more leaves time to work with it`,
  };
  return [{ path: ['linkDays'], problem, remedy }];
}

/** Hours and days that do not exist. */
export function calendarFindings({ timeZone, workingHours, officeHours, holidays }: Agreement): Finding[] {
  const found = unknownTimeZone(timeZone, ['timeZone']);
  for (const [name, { from, to }] of Object.entries({ workingHours, officeHours })) {
    if (to > from) continue;
    found.push({
      path: [name, 'to'],
      problem: {
        nl: `de dag eindigt om ${to}, voordat hij begint`,
        en: `the day ends at ${to}, before it starts`,
      },
      remedy: laterThan(from),
    });
  }
  return [...found, ...duplicates(holidays)];
}

function duplicates(holidays: readonly string[]): Finding[] {
  return holidays.flatMap((day, index) => {
    if (holidays.indexOf(day) === index) return [];
    const problem = { nl: `${day} staat er twee keer`, en: `${day} appears twice` };
    return [{ path: ['holidays', index], problem, remedy: KEEP_ONE }];
  });
}
