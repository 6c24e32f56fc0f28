import type { Agreement } from '../../domain/handover/agreement.ts';
import type { Finding } from '../mistake.ts';
import { unknownTimeZone } from './value-findings.ts';

const HOURS_A_DAY = 24;

/** A manager who is notified too early. */
export function managerFindings({ acceptWithinHours, managerAfterHours }: Agreement): Finding[] {
  if (managerAfterHours > acceptWithinHours) return [];
  const problem = 'the manager is notified before sales is late';
  return [{ path: ['managerAfterHours'], problem, remedy: `make it more than ${acceptWithinHours}` }];
}

/** Pages that expire too early. */
export function linkFindings({ managerAfterHours, linkDays }: Agreement): Finding[] {
  if (linkDays * HOURS_A_DAY >= managerAfterHours) return [];
  const problem = 'the page of a hand-over expires before the manager is notified about it';
  const remedy = `make it at least ${Math.ceil(managerAfterHours / HOURS_A_DAY)}; a month or more leaves time to work with it`;
  return [{ path: ['linkDays'], problem, remedy }];
}

/** Hours and days that do not exist. */
export function calendarFindings({ timeZone, workingHours, officeHours, holidays }: Agreement): Finding[] {
  const found = unknownTimeZone(timeZone, ['timeZone']);
  for (const [name, { from, to }] of Object.entries({ workingHours, officeHours })) {
    if (to > from) continue;
    found.push({
      path: [name, 'to'],
      problem: `the day ends at ${to}, before it starts`,
      remedy: `make it later than ${from}`,
    });
  }
  return [...found, ...duplicates(holidays)];
}

function duplicates(holidays: readonly string[]): Finding[] {
  return holidays.flatMap((day, index) =>
    holidays.indexOf(day) < index
      ? [{ path: ['holidays', index], problem: `${day} appears twice`, remedy: 'keep one of the two' }]
      : [],
  );
}
