import { expect, it } from 'vitest';
import { incrementsOfOutcome } from '../../../shared/domain/handover/stalled/outcomes.ts';
import { plusDays } from '../../../shared/domain/time.ts';
import { putReportChange } from '../../../shared/store/reports/report-changes.ts';
import { type RollUp, totalsSoFar } from '../../../shared/store/reports/report-totals.ts';
import { ownJobs } from '../../../shared/usecases/jobs/sweep.ts';
import { startJobs } from '../../../shared/usecases/playbook/publish-playbook/start-jobs.ts';
import { rollUp } from '../../../shared/usecases/reports/roll-up.ts';
import { someone } from '../../domain/reports/builders.ts';
import { jobsOf } from '../../usecases/job-system.ts';
import { playbook } from '../../usecases/playbook.ts';
import { sweepTimers } from '../../usecases/sweep-timers.ts';
import { newTable } from '../new-table.ts';

const BEGIN = '2026-09-02';

it('totals so far cover every day, whether or not it has a sum yet', async () => {
  const table = await newTable();
  let now = `${BEGIN}T12:00:00.000Z`;
  const system = jobsOf(table, () => now);
  const night = (isTimeUp: () => boolean) =>
    sweepTimers(system, [ownJobs('roll-up', ({ data }) => rollUp(system, data as RollUp, isTimeUp))]);
  await startJobs(system, playbook);
  for (let day = 0; day < 9; day++) {
    const traits = { fit: 'unknown', score: '80', form: day % 2 ? 'demo' : 'whitepaper' };
    const change = { key: someone(day), at: `${plusDays(BEGIN, day)}T10:00:00.000Z` };
    await putReportChange(table, change, incrementsOfOutcome(day % 3 ? 'lost' : 'won', traits));
  }
  now = `${plusDays(BEGIN, 8)}T12:00:00.000Z`;
  const expected = {
    ...{ '': { won: 3, lost: 6 }, 'fit.unknown': { won: 3, lost: 6 }, 'score.80': { won: 3, lost: 6 } },
    ...{ 'form.whitepaper': { won: 2, lost: 3 }, 'form.demo': { won: 1, lost: 3 } },
  };
  expect(await totalsSoFar(table, now, 'trait')).toEqual(expected);
  let asked = 0;
  await night(() => ++asked > 3);
  expect(await totalsSoFar(table, now, 'trait')).toEqual(expected);
  await night(() => false);
  expect(await totalsSoFar(table, now, 'trait')).toEqual(expected);
});
