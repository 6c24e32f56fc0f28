import type { Agreement } from '../../domain/handover/agreement.ts';
import { isTimeZone } from '../../domain/time-zone.ts';
import type { Finding } from '../mistake.ts';

/** What of the agreement nobody could keep. */
export function agreementFindings(agreement: Agreement): Finding[] {
  const { acceptWithinHours, managerAfterHours, timeZone, workingHours, holidays, linkDays } = agreement;
  const found: Finding[] = [];
  if (managerAfterHours <= acceptWithinHours) {
    found.push({
      path: ['managerAfterHours'],
      problem: 'the manager is told before sales is late',
      remedy: `make it more than ${acceptWithinHours}`,
    });
  }
  if (!isTimeZone(timeZone)) {
    found.push({
      path: ['timeZone'],
      problem: `there is no time zone "${timeZone}"`,
      remedy: 'write a region and a city, such as Europe/Amsterdam',
    });
  }
  if (workingHours.to <= workingHours.from) {
    found.push({
      path: ['workingHours', 'to'],
      problem: `the day ends at ${workingHours.to}, before it starts`,
      remedy: `make it later than ${workingHours.from}`,
    });
  }
  if (linkDays * HOURS_A_DAY < managerAfterHours) {
    found.push({
      path: ['linkDays'],
      problem: 'the page of a hand-over is gone before the manager is told of it',
      remedy: `make it ${Math.ceil(managerAfterHours / HOURS_A_DAY)} at least; a month or more leaves time to work with it`,
    });
  }
  return [...found, ...twice(holidays)];
}

const HOURS_A_DAY = 24;

function twice(holidays: readonly string[]): Finding[] {
  return holidays.flatMap((day, index) =>
    holidays.indexOf(day) < index
      ? [{ path: ['holidays', index], problem: `${day} is there twice`, remedy: 'keep one of the two' }]
      : [],
  );
}
