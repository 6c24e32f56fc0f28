import { beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../shared/domain/console/viewer.ts';
import type { ActiveEnrolment } from '../../../shared/domain/nurture/enrolment/enrolment.ts';
import type { SequenceChange } from '../../../shared/domain/nurture/enrolment/sequence-change.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { getEnrolment, putEnrolment } from '../../../shared/store/nurture/enrolments.ts';
import { countSequenceChanges } from '../../../shared/usecases/nurture/count-sequence-change.ts';
import { changeTexts } from '../../../shared/web/console/sequences/change-texts.ts';
import { countingTable } from '../faulty-table.ts';
import { enrolled, MONDAY, newSending, playbook, type Sending } from './sending.ts';

const sanne: Viewer = { email: 'sanne@kansrijk.test', name: 'Sanne', role: 'marketing' };
const tips = playbook.sequences.tips as Playbook['sequences'][string];

let sending: Sending;
beforeEach(async () => {
  sending = await newSending();
});

const count = async (steps: typeof tips.steps | undefined, table = sending.table) => {
  const draft = { ...playbook, sequences: steps === undefined ? {} : { tips: { ...tips, steps } } };
  const system = { table, now: () => sending.now, playbook: async () => playbook };
  return (await countSequenceChanges(system, sanne, ['tips'], draft)).tips as SequenceChange;
};
const people = (many: number) => Promise.all(Array.from({ length: many }, () => enrolled(sending.table)));
const [paper, one, two] = tips.steps as [never, never, never];

describe('what a changed sequence means for those in it', () => {
  it('is counted for all of them, those on hold too, and not for whoever is through', async () => {
    const [held, done] = await people(6);
    const enrolment = (await getEnrolment(sending.table, held as never)) as ActiveEnrolment;
    const byHand = { did: 'pause', by: 'anna', at: MONDAY } as const;
    await putEnrolment(sending.table, { ...enrolment, version: 2, held: true, byHand });
    const {
      due: _,
      planned: __,
      ...rest
    } = (await getEnrolment(sending.table, done as never)) as ActiveEnrolment;
    await putEnrolment(sending.table, { ...rest, version: 2, status: 'done' } as never);
    const counting = countingTable(sending.table);
    expect(await count([paper, two], counting)).toEqual({
      ...{ people: 5, isAtLeast: false, sampled: 5 },
      steps: [{ step: 'tip-1', lost: 5, missed: 0, added: 0, moved: 0 }],
    });
    expect(counting.calls).toBeLessThan(15);
    expect((await count([paper, one, two])).steps).toEqual([]);
    expect((await count(undefined)).steps.map(({ step, lost }) => [step, lost])).toEqual([
      ['paper', 5],
      ['tip-1', 5],
      ['tip-2', 5],
    ]);
  });

  it('is told from two hundred of them when there are many, and says so', async () => {
    await people(230);
    const change = await count([paper, one]);
    expect(change).toMatchObject({ people: 230, sampled: 200, steps: [{ step: 'tip-2', lost: 230 }] });
    const name = (step: string) => `“${step}”`;
    expect(changeTexts(change, 'en', name)).toEqual([
      'In this sequence now: 230 people.',
      'Will not get “tip-2” any more: about 230 people.',
    ]);
    expect(changeTexts(change, 'nl', name)[1]).toBe('Krijgt “tip-2” niet meer: ongeveer 230 mensen.');
  });

  it('is nothing when nobody is in it', async () => {
    expect(await count([paper])).toEqual({ people: 0, isAtLeast: false, sampled: 0, steps: [] });
    expect(changeTexts(await count([paper]), 'en', String)).toEqual([]);
  });
});
