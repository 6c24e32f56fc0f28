import { describe, expect, it } from 'vitest';
import { domainEventsOfChange } from '../../../functions/relay/domain-events-of-change.ts';
import { domainEvents } from '../../../shared/contract/domain-events.ts';
import type { ActionRequest } from '../../../shared/domain/handover/actions/action.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { LEAD, NOW } from '../../domain/builders.ts';
import { ANSWERED, answeredBy, handedOver, handover } from '../../domain/handover/handed-over.ts';

const before = handedOver({ handover: handover({ to: 'bram' }) });
const eventsOf = (old: Lead, next: Lead) => {
  const events = domainEventsOfChange(old, { ...next, version: old.version + 1, changedAt: NOW });
  for (const { type, detail } of events) domainEvents[type].parse(detail);
  return events;
};
const eventsOfAction = (asked: ActionRequest, of: Lead = before) => eventsOf(of, answeredBy(of, asked));
const detail = { id: expect.any(String), leadId: LEAD };

describe('the domain events', () => {
  it('say who accepted', () => {
    expect(eventsOfAction({ action: 'accept', by: 'anna', note: 'Secret' })).toEqual([
      { type: 'StageChanged', detail: { ...detail, at: NOW, from: 'mql', to: 'sal' } },
      { type: 'HandoverAccepted', detail: { ...detail, at: ANSWERED, number: 1, by: 'anna' } },
    ]);
  });

  it('say who returned it and why, without the note', () => {
    const asked = { action: 'return', reason: 'bad-fit', by: 'anna', note: 'Secret', value: '3' } as const;
    const events = eventsOfAction(asked);
    expect(events).toMatchObject([
      { type: 'StageChanged', detail: { from: 'mql', to: 'name' } },
      { type: 'HandoverReturned', detail: { at: ANSWERED, number: 1, by: 'anna', reason: 'bad-fit' } },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/Secret|"3"/);
  });

  it('include a return after it was accepted', () => {
    const accepted = answeredBy(before, { action: 'accept', by: 'anna' });
    expect(eventsOfAction({ action: 'return', reason: 'unreachable', by: 'bram' }, accepted)).toMatchObject([
      { type: 'StageChanged' },
      { type: 'HandoverReturned', detail: { by: 'bram', reason: 'unreachable' } },
    ]);
  });

  it.each(['reminder', 'manager'] as const)('include that nobody answered: %s', (level) => {
    const late = { ...before, handover: { ...before.handover, told: level } };
    expect(eventsOf(before, late)).toEqual([
      { type: 'HandoverOverdue', detail: { ...detail, at: NOW, number: 1, level, to: 'bram' } },
    ]);
    expect(eventsOf(late, late)).toEqual([]);
  });

  it('include to whom a colleague gave it, without the reason', () => {
    const asked = { action: 'assign', to: 'carla', by: 'anna', note: 'Secret' } as const;
    const given = { ...detail, at: NOW, number: 1, to: 'carla', action: 1 };
    expect(eventsOfAction(asked)).toEqual([{ type: 'LeadAssigned', detail: given }]);
    const after = answeredBy(before, asked);
    expect(eventsOf(after, after)).toEqual([]);
    expect(eventsOfAction({ action: 'note', text: 'Secret', by: 'anna' }, after)).toEqual([]);
  });

  it('include that the moment of a call has come, once', () => {
    const callBack = { at: ANSWERED, by: 'anna' };
    const planned = { ...before, handover: { ...before.handover, callBack } };
    const due = {
      ...before,
      handover: { ...before.handover, callBack: { ...callBack, told: true as const } },
    };
    expect(eventsOf(before, planned)).toEqual([]);
    const event = { type: 'CallDue', detail: { ...detail, at: NOW, number: 1, callAt: ANSWERED } };
    expect(eventsOf(planned, due)).toEqual([event]);
    expect(eventsOf(due, due)).toEqual([]);
  });

  it('say it again when the answer itself was corrected', () => {
    const answer = { by: 'anna', at: ANSWERED };
    const accepted = handedOver({ stage: 'sal', handover: handover({ status: 'accepted', answer }) });
    const corrected = { ...accepted, handover: { ...accepted.handover, answer: { ...answer, by: 'bram' } } };
    expect(eventsOf(accepted, corrected)).toMatchObject([
      { type: 'HandoverAccepted', detail: { by: 'bram' } },
    ]);
  });

  it('include nothing for a call, and only the stage for a lost deal', () => {
    expect(eventsOfAction({ action: 'call', outcome: 'reached', by: 'anna' })).toEqual([]);
    const sal = handedOver({ stage: 'sal', handover: handover({ status: 'accepted' }) });
    const events = eventsOfAction({ action: 'lost', reason: 'Secret', by: 'anna' }, sal);
    expect(events).toMatchObject([{ type: 'StageChanged', detail: { to: 'lost' } }]);
    expect(JSON.stringify(events)).not.toContain('Secret');
  });

  it.each(['mql', 'sal', 'sql', 'opportunity', 'customer'] as const)(
    'include a raised hand of a lead that sales has: %s',
    (stage) => {
      const known = handedOver({ stage });
      expect(eventsOf(known, { ...known, raisedAt: NOW })).toEqual([
        { type: 'HandRaised', detail: { ...detail, at: NOW, stage } },
      ]);
    },
  );

  it('include only the hand-over when a raised hand opens one', () => {
    const lead = handedOver({ stage: 'lead', handover: handover({ status: 'returned' }) });
    const raised = { ...lead, stage: 'mql', raisedAt: NOW, handover: handover({ number: 2 }) } as const;
    expect(eventsOf(lead, raised).map(({ type }) => type)).toEqual([
      'StageChanged',
      'LeadQualified',
      'HandoverOpened',
    ]);
  });

  it('name the scores that opened a hand-over', () => {
    const lead = handedOver({ stage: 'lead', handover: handover({ status: 'returned' }) });
    const next = handover({ number: 2, scores: { crm: 41, chat: 20 } });
    const opened = eventsOf(lead, { ...lead, stage: 'mql', handover: next } as const);
    expect(opened.find(({ type }) => type === 'HandoverOpened')?.detail).toMatchObject({
      number: 2,
      scores: ['crm', 'chat'],
    });
  });

  it('leave out a hand that was raised before sales returned the lead', () => {
    const returned = answeredBy(before, { action: 'return', reason: 'other', by: 'anna' });
    expect(eventsOf(returned, { ...returned, raisedAt: '2026-11-24T11:00:00.000Z' })).toEqual([]);
  });
});
