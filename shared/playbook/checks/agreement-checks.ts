import type { Agreement } from '../../domain/handover/agreement.ts';
import type { Finding } from '../mistake.ts';
import { unknownTimeZone } from './value-findings.ts';

const HOURS_A_DAY = 24;

/** Parts of the agreement that cannot be kept. */
export function agreementFindings(agreement: Agreement): Finding[] {
  const { acceptWithinHours, managerAfterHours, timeZone, workingHours, officeHours, holidays, linkDays } =
    agreement;
  const found: Finding[] = [];
  if (managerAfterHours <= acceptWithinHours) {
    found.push({
      path: ['managerAfterHours'],
      problem: 'the manager is notified before sales is late',
      remedy: `make it more than ${acceptWithinHours}`,
    });
  }
  found.push(...unknownTimeZone(timeZone, ['timeZone']));
  for (const [name, { from, to }] of Object.entries({ workingHours, officeHours })) {
    if (to > from) continue;
    found.push({
      path: [name, 'to'],
      problem: `the day ends at ${to}, before it starts`,
      remedy: `make it later than ${from}`,
    });
  }
  if (linkDays * HOURS_A_DAY < managerAfterHours) {
    found.push({
      path: ['linkDays'],
      problem: 'the page of a hand-over expires before the manager is notified about it',
      remedy: `make it at least ${Math.ceil(managerAfterHours / HOURS_A_DAY)}; a month or more leaves time to work with it`,
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
