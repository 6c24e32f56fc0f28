import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Enrolment, EnrolmentBase } from '../../../shared/domain/nurture/enrolment/enrolment.ts';
import { incrementsOfEnrolment } from '../../../shared/domain/reports/increments-of-enrolment.ts';
import { totalsOf } from '../../../shared/domain/reports/totals.ts';
import { LEAD, NOW } from '../builders.ts';

const base: EnrolmentBase = {
  ...{ lead: LEAD, sequence: 'tips', startedAt: NOW, version: 1, sent: {}, skipped: {}, shiftDays: 0 },
};
const active = (more: Partial<EnrolmentBase> = {}): Enrolment => ({
  ...{ ...base, ...more, status: 'active', due: NOW, planned: NOW },
});
const sent = { sent: { b: '2026-12-08T10:00:00.000Z', a: '2026-12-01T10:00:00.000Z' } };
const done: Enrolment = { ...base, ...sent, status: 'done' };
const ended: Enrolment = { ...base, ...sent, status: 'ended', why: 'raised-hand' };

/** What the changes add together. */
function added(...lives: (Enrolment | undefined)[][]) {
  const changes = lives.flatMap((life) => life.map((after, n) => [life[n - 1], after] as const));
  const counts = changes.flatMap(([before, after]) => incrementsOfEnrolment(before, after));
  const { sequence, waiting } = totalsOf(counts);
  return { sequence, waiting };
}

describe('people in a sequence', () => {
  it('are counted when they begin, and are under way until it ends for them', () => {
    expect(added([active(), active(sent)])).toEqual({
      sequence: { tips: { began: 1 } },
      waiting: { tips: { here: 1 } },
    });
    expect(added([active(), active(sent), done, done])).toEqual({
      sequence: { tips: { began: 1, finished: 1 } },
      waiting: {},
    });
  });

  it('leave for a reason, after the last mail they got', () => {
    expect(added([active(), ended], [active(), { ...ended, sent: {} }])).toEqual({
      sequence: { tips: { began: 2, 'left.raised-hand': 1 }, 'tips/b': { 'left.raised-hand': 1 } },
      waiting: {},
    });
  });

  it('leave when they are erased, unless they had left before', () => {
    expect(added([active(), undefined]).sequence).toEqual({ tips: { began: 1, 'left.erased': 1 } });
    expect(added([active(), done, undefined]).sequence).toEqual({ tips: { began: 1, finished: 1 } });
  });

  it('are under way again when they confirm after all', () => {
    const late: Enrolment = { ...base, status: 'ended', why: 'not-confirmed' };
    expect(added([active(), late, active()])).toEqual({
      sequence: { tips: { began: 1, 'left.not-confirmed': 1 } },
      waiting: { tips: { here: 1 } },
    });
  });

  it('wait for a confirmation until they confirm, leave, are paused by a colleague or are erased', () => {
    const pending = { ...active(), waits: 'pending' } as Enrolment;
    const counts = (...life: (Enrolment | undefined)[]) => added(life).waiting;
    expect(counts(active(), pending, pending)).toEqual({ tips: { here: 1, unconfirmed: 1 } });
    expect(counts(active(), pending, active())).toEqual({ tips: { here: 1 } });
    expect(counts(active(), pending, { ...pending, held: true })).toEqual({ tips: { here: 1 } });
    expect(counts(active(), pending, { ...base, status: 'ended', why: 'not-confirmed' })).toEqual({});
    expect(counts(active(), pending, undefined)).toEqual({});
  });

  it('are as many as there are, however their changes come in', () => {
    const states = [
      active(),
      { ...active(), waits: 'pending' as const },
      { ...active(), held: true as const },
    ];
    const change = fc.constantFrom<Enrolment>(...states, done, ended);
    const life = fc.array(change, { minLength: 1 }).map((rest): Enrolment[] => [active(), ...rest]);
    fc.assert(
      fc.property(fc.array(life, { minLength: 1 }), fc.infiniteStream(fc.nat()), (lives, order) => {
        const changes = lives.flatMap((one) => one.map((after, n) => ({ before: one[n - 1], after })));
        const counts = changes
          .map((one) => ({ ...one, at: order.next().value }))
          .sort((a, b) => a.at - b.at)
          .flatMap(({ before, after }) => incrementsOfEnrolment(before, after));
        const last = lives.map((one) => one.at(-1));
        const { here = 0, unconfirmed = 0 } = totalsOf(counts).waiting.tips ?? {};
        expect(here).toBe(last.filter((one) => one?.status === 'active').length);
        expect(unconfirmed).toBe(last.filter((one) => one === states[1]).length);
      }),
    );
  });

  it('are not counted for a newsletter, nor for a mail they asked for again', () => {
    expect(incrementsOfEnrolment(undefined, active({ sequence: 'newsletter:news' }))).toEqual([]);
    expect(incrementsOfEnrolment(undefined, active({ repeats: true }))).toEqual([]);
  });
});
