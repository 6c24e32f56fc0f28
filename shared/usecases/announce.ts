import type { DetailType, DomainEvent } from '../contract/domain-events.ts';
import { type ErasedLead, isErased, type Lead } from '../domain/lifecycle/lead.ts';

type Image = Lead | ErasedLead | undefined;

/**
 * What a change of a lead's record means for the rest of the world, oldest meaning first. The ids follow from
 * the record's version: telling the same change again gives the same ids.
 */
export function announce(before: Image, after: Image): DomainEvent[] {
  if (after === undefined) return [];
  if (isErased(after)) {
    return before && isErased(before) ? [] : [event('LeadErased', after, after.erasedAt, {})];
  }
  const old = before === undefined || isErased(before) ? undefined : before;
  const at = after.changedAt;
  const events: DomainEvent[] = [];
  const { score, playbook } = after;
  if (old?.mail !== after.mail || old.tracking !== after.tracking) {
    events.push(event('ConsentChanged', after, at, { mail: after.mail, tracking: after.tracking }));
  }
  if (old?.band !== after.band) {
    events.push(event('BandChanged', after, at, { from: old?.band ?? null, to: after.band, score }));
  }
  if (old?.stage !== after.stage) {
    events.push(event('StageChanged', after, at, { from: old?.stage ?? null, to: after.stage }));
    if (after.stage === 'mql') events.push(event('LeadQualified', after, at, { score, playbook }));
  }
  if (after.handover && old?.handover?.number !== after.handover.number) {
    const { number, reason, openedAt } = after.handover;
    events.push(event('HandoverOpened', after, openedAt, { number, reason, playbook }));
  }
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
