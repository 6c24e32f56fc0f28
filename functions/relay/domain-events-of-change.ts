import { isDeepStrictEqual } from 'node:util';
import type { DetailType, DomainEvent } from '../../shared/contract/domain-events.ts';
import { hasOpenHandRaise } from '../../shared/domain/handover/hand-raise.ts';
import type { Handover } from '../../shared/domain/handover/handover.ts';
import { type ErasedLead, isErased, type Lead, type LeadImage } from '../../shared/domain/identity/lead.ts';

/**
 * The domain events of a change of a lead's record, in the order in which they happened. Ids follow from the version of
 * the record, so the same change always gives the same ids.
 */
export function domainEventsOfChange(before: LeadImage, after: LeadImage): DomainEvent[] {
  if (after === undefined) return [];
  if (isErased(after)) {
    return before && isErased(before) ? [] : [event('LeadErased', after, after.erasedAt, {})];
  }
  const old = before === undefined || isErased(before) ? undefined : before;
  const at = after.changedAt;
  const events: DomainEvent[] = [];
  const { score, playbook } = after;
  const { mail, tracking, subjects } = after;
  const isSame = old?.mail === mail && old.tracking === tracking;
  if (!isSame || !isDeepStrictEqual(old.subjects, subjects)) {
    events.push(event('ConsentChanged', after, at, { mail, tracking, ...(subjects && { subjects }) }));
  }
  if (old?.band !== after.band) {
    events.push(event('BandChanged', after, at, { from: old?.band ?? null, to: after.band, score }));
  }
  if (old?.stage !== after.stage) {
    events.push(event('StageChanged', after, at, { from: old?.stage ?? null, to: after.stage }));
    if (after.stage === 'mql') events.push(event('LeadQualified', after, at, { score, playbook }));
  }
  events.push(...handoverEvents(old, after), ...handRaiseEvents(old, after));
  for (const [sequence, startedAt] of Object.entries(after.started ?? {})) {
    if (old?.started?.[sequence] === startedAt) continue;
    const started = event('SequenceStarted', after, startedAt, { sequence, playbook });
    events.push({
      ...started,
      detail: { ...started.detail, id: `${started.detail.id}.${sequence}` },
    } as DomainEvent);
  }
  return events;
}

function handoverEvents(old: Lead | undefined, after: Lead): DomainEvent[] {
  const { handover, playbook } = after;
  if (handover === undefined) return [];
  const { number, reason, openedAt, status, told, to, answer, scores } = handover;
  const before = old?.handover?.number === number ? old.handover : undefined;
  const events: DomainEvent[] = [];
  if (before === undefined) {
    const reached = scores && { scores: Object.keys(scores) };
    events.push(event('HandoverOpened', after, openedAt, { number, reason, ...reached, playbook }));
  }
  if (told !== undefined && told !== before?.told) {
    const about = { number, level: told, ...(to !== undefined && { to }) };
    events.push(event('HandoverOverdue', after, after.changedAt, about));
  }
  events.push(...deskEvents(after, handover, before));
  if (answer === undefined || isDeepStrictEqual(answer, before?.answer)) return events;
  const { by, at } = answer;
  if (status === 'accepted') events.push(event('HandoverAccepted', after, at, { number, by }));
  else if (answer.reason) {
    events.push(event('HandoverReturned', after, at, { number, by, reason: answer.reason }));
  }
  return events;
}

/** A lead that was given to a colleague, and a planned call whose moment has come. */
function deskEvents(lead: Lead, handover: Handover, before: Handover | undefined): DomainEvent[] {
  const { number, owner, callBack } = handover;
  const { changedAt, actions = 0 } = lead;
  const isGiven = owner !== undefined && owner !== before?.owner;
  const isDue = callBack?.told && !(before?.callBack?.told && before.callBack.at === callBack.at);
  return [
    ...(isGiven ? [event('LeadAssigned', lead, changedAt, { number, to: owner, action: actions })] : []),
    ...(isDue ? [event('CallDue', lead, changedAt, { number, callAt: callBack.at })] : []),
  ];
}

/** Only when sales already has the lead: otherwise a raised hand opens a hand-over, with an event of its own. */
function handRaiseEvents(old: Lead | undefined, after: Lead): DomainEvent[] {
  const { raisedAt, stage } = after;
  if (raisedAt === undefined || old === undefined || raisedAt === old.raisedAt) return [];
  if (!hasOpenHandRaise(after) || old.handover?.number !== after.handover?.number) return [];
  return [event('HandRaised', after, raisedAt, { stage })];
}

type Detail<T extends DetailType> = Omit<Extract<DomainEvent, { type: T }>['detail'], 'id' | 'leadId' | 'at'>;

function event<T extends DetailType>(
  type: T,
  lead: Lead | ErasedLead,
  at: string,
  detail: Detail<T>,
): DomainEvent {
  const id = `${lead.id}.${lead.version}.${type}`;
  return { type, detail: { id, leadId: lead.id, at, ...detail } } as DomainEvent;
}
