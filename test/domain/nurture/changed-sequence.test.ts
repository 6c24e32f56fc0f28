import { describe, expect, it } from 'vitest';
import { decided, enrolment, nurtureRules, onDay, sequence, step } from './builders.ts';

describe('a sequence that marketers change while people are in it', () => {
  const afterFirstTip = (more: object) =>
    enrolment({
      sent: { whitepaper: onDay(0), 'tip-7d': onDay(7) },
      ...{ reached: '7d', due: onDay(14), planned: onDay(14), ...more },
    });
  const now = onDay(14);
  const next = (steps: ReturnType<typeof step>[], more = {}) =>
    decided({ rules: nurtureRules({ steps }), enrolment: afterFirstTip(more), now });
  const [whitepaper, tip7, tip14, tip21] = sequence().steps as [never, never, never, never];

  it('uses a changed mail from the next step on', () => {
    expect(next([whitepaper, tip7, step('tip-14d', '14d', { mail: 'better' })])).toMatchObject({
      do: 'send',
      step: { mail: 'better' },
    });
  });

  it('never repeats a sent step that is moved to a later day', () => {
    expect(next([whitepaper, step('tip-7d', '14d'), tip21])).toMatchObject({
      do: 'wait',
      until: onDay(21),
      why: 'not-yet',
    });
    expect(next([whitepaper, step('tip-7d', '35d')])).toEqual({ do: 'finish' });
  });

  it('sends an added step whose day is still to come', () => {
    expect(next([whitepaper, tip7, step('new', '10d'), tip14])).toMatchObject({ step: { id: 'new' } });
    expect(next([whitepaper, tip7, step('new', '16d'), tip21])).toMatchObject({ until: onDay(16) });
  });

  it('does not send a step added at a point the person has passed', () => {
    expect(next([whitepaper, step('new', '3d'), tip7, tip14])).toMatchObject({ step: { id: 'tip-14d' } });
    const held = { shiftDays: 30, due: onDay(44), planned: onDay(44) };
    expect(next([whitepaper, step('new', '3d'), tip7, tip14], held)).toMatchObject({ until: onDay(44) });
  });

  it('goes on without a step that was removed', () => {
    expect(next([whitepaper, tip7, tip21])).toMatchObject({ do: 'wait', until: onDay(21) });
    expect(next([whitepaper, tip7])).toEqual({ do: 'finish' });
  });

  it('sends no step twice that is removed and added back', () => {
    expect(next([tip14])).toMatchObject({ step: { id: 'tip-14d' } });
    expect(next([tip7, tip14])).toMatchObject({ step: { id: 'tip-14d' } });
  });

  it('ends for everybody when it is removed', () => {
    expect(decided({ rules: { ...nurtureRules(), sequences: {} } })).toEqual({
      do: 'end',
      why: 'sequence-removed',
    });
  });
});
