import { describe, expect, it } from 'vitest';
import type { Handover } from '../../../shared/domain/handover/handover.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { incrementsOfChange } from '../../../shared/domain/reports/increments-of-change.ts';
import { totalsOf } from '../../../shared/domain/reports/totals.ts';
import { plus } from '../../../shared/domain/time.ts';
import { NOW } from '../builders.ts';
import { addedBy, handover, reported } from './builders.ts';

const HOUR = 3_600_000;
const later = (hours: number) => plus(NOW, hours * HOUR);

const handed = (more: Partial<Handover> = {}) => reported({ stage: 'mql', handover: handover(more) });
const accepted: Partial<Handover> = { status: 'accepted', answer: { by: 'anna', at: later(5) } };
const taken = () => ({
  ...handed(accepted),
  stage: 'sal' as const,
  stageAt: later(5),
});
const given = (reason: 'not-ready' | 'bad-fit', more = {}) => ({
  ...handed({ status: 'returned', answer: { by: 'anna', at: later(6), reason, ...more } }),
  stage: reason === 'bad-fit' ? ('name' as const) : ('lead' as const),
  returned: { reason, at: later(6), points: 0 },
});

describe('a change of a lead', () => {
  it('that creates it counts it in its cell, and by form, campaign and playbook', () => {
    expect(incrementsOfChange(undefined, reported({ fit: 'good' }))).toEqual([
      { dimension: 'cell', of: 'good.not-ready.lead', metric: 'here', by: 1 },
      { dimension: 'form', of: 'whitepaper', metric: 'leads', by: 1 },
      { dimension: 'campaign', of: 'spring', metric: 'leads', by: 1 },
      { dimension: 'playbook', of: '2', metric: 'leads', by: 1 },
    ]);
  });

  it('moves it from one cell to another', () => {
    expect(incrementsOfChange(reported(), reported({ fit: 'bad' }))).toEqual([
      { dimension: 'cell', of: 'unknown.not-ready.lead', metric: 'here', by: -1 },
      { dimension: 'cell', of: 'bad.not-ready.lead', metric: 'here', by: 1 },
    ]);
  });

  it('that erases it removes it from its cell', () => {
    const erased = { id: reported().id, version: 2, erasedAt: NOW };
    expect(incrementsOfChange(reported(), erased)).toEqual([
      { dimension: 'cell', of: 'unknown.not-ready.lead', metric: 'here', by: -1 },
    ]);
    expect(incrementsOfChange(erased, erased)).toEqual([]);
  });

  it('that only adds points counts nothing', () => {
    expect(incrementsOfChange(reported({ score: 10 }), reported({ score: 12, version: 2 }))).toEqual([]);
  });

  it('without a form or campaign counts under the empty name', () => {
    const { origin: _, ...imported } = reported();
    const of = incrementsOfChange(undefined, imported).flatMap((count) =>
      count.dimension === 'form' ? [count.of] : [],
    );
    expect(of).toEqual(['']);
  });
});

describe('a name that is recognised', () => {
  it('counts as a lead, with the time it took', () => {
    const after = reported({ stageAt: later(3) });
    expect(addedBy(reported({ stage: 'name' }), after)[2]).toEqual({
      leads: 1,
      'minutes.name>lead': 180,
      'took.name>lead.2': 1,
    });
  });
});

describe('a returned lead', () => {
  it('counts under the current playbook for what it does next, not that of its last hand-over', () => {
    const name = { ...given('bad-fit'), playbook: 7 };
    expect(addedBy(name, { ...name, stage: 'lead', stageAt: name.stageAt })[7]).toMatchObject({ leads: 1 });
    expect(addedBy(name, { ...name, fit: 'bad', band: 'call' })).toEqual({ 7: { held: 1 } });
  });
});

describe('a hand-over', () => {
  it('counts by its reason, under the playbook that opened it', () => {
    const after = { ...reported(), stage: 'mql' as const, handover: handover({ openedAt: later(30) }) };
    expect(addedBy(reported(), after)).toEqual({
      3: { 'entered.threshold': 1, 'minutes.lead>mql': 1_800, 'took.lead>mql.6': 1 },
    });
  });

  it('that is answered counts for the member of the team who has it, with the time it took', () => {
    const open = handed({ to: 'bram' });
    const member = (after: Lead) => totalsOf(incrementsOfChange(open, after)).member;
    const answer = { by: 'anna', at: plus(NOW, 20_000) };
    const taken = { ...open, handover: { ...open.handover, ...accepted, answer } } as Lead;
    expect(member({ ...taken, stage: 'sal' })).toEqual({
      bram: { kept: 1, accepted: 1, 'took.handover>answer.14': 1 },
    });
    const back = { ...given('not-ready'), handover: handover({ number: 2, to: 'anna' }) } as Lead;
    expect(member(back).bram).toMatchObject({ 'returned.not-ready': 1, 'minutes.handover>answer': 360 });
    expect(member({ ...open, score: 90 })).toEqual({});
  });

  it('that is answered in time counts as kept', () => {
    expect(addedBy(handed(), taken())[3]).toEqual({
      accepted: 1,
      kept: 1,
      'minutes.mql>sal': 300,
      'took.mql>sal.3': 1,
    });
  });

  it('counts as late once, when sales is reminded', () => {
    const reminded = handed({ told: 'reminder' });
    expect(addedBy(handed(), reminded)[3]).toEqual({ late: 1 });
    expect(addedBy(reminded, handed({ told: 'manager' }))).toEqual({});
    const after = { ...taken(), handover: handover({ ...accepted, told: 'reminder' }) };
    expect(addedBy(reminded, after)[3]).not.toHaveProperty('kept');
    expect(addedBy(reminded, after)[3]).not.toHaveProperty('late');
  });

  it('that is returned counts by its reason, and as dropped', () => {
    expect(addedBy(taken(), given('not-ready'))[3]).toEqual({ 'returned.not-ready': 1, dropped: 1 });
  });

  it('that is returned as a bad fit names the criterion of sales, and the one that would have caught it', () => {
    const after = given('bad-fit', { criterion: 'employees', caught: 'employees' });
    expect(incrementsOfChange(handed(), after).filter(({ dimension }) => dimension === 'criterion')).toEqual([
      { dimension: 'criterion', of: 'employees', metric: 'told', by: 1 },
      { dimension: 'criterion', of: 'employees', metric: 'caught', by: 1 },
    ]);
  });

  it('that was returned as a bad fit without a criterion, or already, names none', () => {
    const criteria = (before: Lead, after: Lead) =>
      incrementsOfChange(before, after).filter(({ dimension }) => dimension === 'criterion');
    expect(criteria(handed(), given('bad-fit'))).toEqual([]);
    const after = given('bad-fit', { criterion: 'employees' });
    expect(criteria(after, { ...after, score: 90 })).toEqual([]);
  });

  it('that is returned for another reason names none', () => {
    const after = given('not-ready', { criterion: 'employees' });
    expect(incrementsOfChange(handed(), after).filter(({ dimension }) => dimension === 'criterion')).toEqual(
      [],
    );
  });

  it('that is returned in the write that opens the next counts for both', () => {
    const next = { ...given('not-ready'), stage: 'mql' as const };
    const after = { ...next, handover: handover({ number: 2, reason: 'hand-raiser', playbook: 4 }) };
    expect(addedBy(handed(), after)).toEqual({
      3: { kept: 1, 'returned.not-ready': 1, dropped: 1 },
      4: { 'entered.hand-raiser': 1 },
    });
  });
});

describe('an offer that a hand-over replaced', () => {
  it('counts as neither kept nor late', () => {
    const offered = reported({ handover: handover({ reason: 'stalled' }) });
    const after = { ...handed({ number: 2 }), stageAt: NOW };
    const counted = Object.values(addedBy(offered, after))[0];
    expect(counted).toHaveProperty('entered.threshold', 1);
    expect(counted).not.toHaveProperty('kept');
    expect(counted).not.toHaveProperty('late');
  });
});

describe('a lead in sales', () => {
  it('that was qualified is not dropped when it is lost', () => {
    const sql = { ...taken(), stage: 'sql' as const, stageAt: later(50) };
    expect(addedBy(taken(), sql)[3]).toMatchObject({ qualified: 1, 'minutes.sal>sql': 2_700 });
    const lost = { ...sql, stage: 'lost' as const, lost: { reason: 'price', at: later(60) } };
    expect(addedBy(sql, lost)[3]).toEqual({ lost: 1 });
  });

  it('counts each stage once, with the time it took from the stage before', () => {
    const sql = { ...taken(), stage: 'sql' as const, stageAt: later(50) };
    const opportunity = { ...sql, stage: 'opportunity' as const, stageAt: later(51) };
    expect(addedBy(sql, opportunity)[3]).toMatchObject({ opportunities: 1, 'minutes.sql>opportunity': 60 });
    const customer = { ...opportunity, stage: 'customer' as const, stageAt: later(53) };
    expect(addedBy(opportunity, { ...customer, won: { value: 0, at: later(53) } })[3]).toEqual({
      won: 1,
      'minutes.opportunity>customer': 120,
      'took.opportunity>customer.2': 1,
    });
    expect(addedBy(customer, { ...customer, score: 90 })).toEqual({});
  });

  it('that skips stages counts in all of them, with the time of the first only', () => {
    const customer = { ...taken(), stage: 'customer' as const, won: { value: 1_250.5, at: NOW } };
    expect(addedBy(taken(), customer)[3]).toEqual({
      ...{ qualified: 1, opportunities: 1, won: 1, value: 125_050 },
      'took.sal>sql.14': 1,
    });
  });

  it('that is lost counts once, and no stage that it did not reach', () => {
    const opportunity = { ...taken(), stage: 'opportunity' as const };
    const lost = { ...opportunity, stage: 'lost' as const, lost: { reason: 'price', at: later(60) } };
    expect(addedBy(opportunity, lost)[3]).toEqual({ lost: 1 });
    expect(addedBy(lost, { ...lost, score: 90 })).toEqual({});
  });
});

describe('a lead with a bad fit that crosses the threshold', () => {
  const misfit = reported({ stage: 'name', fit: 'bad' });
  const crossed = { ...misfit, band: 'call' as const, readiness: 'ready' as const };

  it('counts as held, once for each crossing', () => {
    expect(addedBy(misfit, crossed)[2]).toEqual({ held: 1 });
    expect(addedBy(crossed, { ...crossed, score: 90 })).toEqual({});
  });

  it('counts as held when it was returned, and while it is a lead', () => {
    const returned = { ...crossed, handover: handover({ status: 'returned' }) };
    expect(addedBy({ ...misfit, handover: handover({ status: 'returned' }) }, returned)).toEqual({
      2: { held: 1 },
    });
    expect(addedBy({ ...misfit, stage: 'lead' }, { ...crossed, stage: 'lead' })).toEqual({ 2: { held: 1 } });
  });

  it.each<[string, Partial<Lead>]>([
    ['has it', { stage: 'sal', handover: handover({ status: 'accepted' }) }],
    ['lost it', { stage: 'lost', handover: handover({ status: 'accepted' }) }],
    ['is offered it', { handover: handover({ reason: 'stalled' }) }],
  ])('does not count when sales %s', (_, more) => {
    expect(addedBy({ ...misfit, ...more }, { ...crossed, ...more })).toEqual({});
  });

  it('does not count without a bad fit, or in another band', () => {
    expect(addedBy(misfit, { ...crossed, fit: 'unknown' })).toEqual({});
    expect(addedBy(misfit, { ...misfit, band: 'ads' })).toEqual({});
  });
});
