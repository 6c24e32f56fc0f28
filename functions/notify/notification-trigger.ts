import { domainEvents } from '../../shared/contract/domain-events.ts';
import type { LeadId } from '../../shared/domain/identity/ids.ts';
import type { NotificationTrigger } from '../../shared/usecases/handover/notify-sales.ts';

/** The domain events that notify sales. */
export type TriggerEvent = 'HandoverOpened' | 'HandoverOverdue' | 'HandRaised' | 'LeadAssigned' | 'CallDue';

/**
 * Reads an event from the bus.
 * @throws when the detail does not match the schema of the event.
 */
export function notificationTrigger(type: TriggerEvent, detail: unknown): NotificationTrigger {
  switch (type) {
    case 'HandoverOpened': {
      const { leadId, at, number, reason } = domainEvents.HandoverOpened.parse(detail);
      return { kind: 'opened', lead: leadId as LeadId, at, number, reason };
    }
    case 'HandoverOverdue': {
      const { leadId, at, number, level } = domainEvents.HandoverOverdue.parse(detail);
      return { kind: 'overdue', lead: leadId as LeadId, at, number, level };
    }
    case 'LeadAssigned': {
      const { leadId, at, number, action } = domainEvents.LeadAssigned.parse(detail);
      return { kind: 'assigned', lead: leadId as LeadId, at, number, action };
    }
    case 'CallDue': {
      const { leadId, at, number, callAt } = domainEvents.CallDue.parse(detail);
      return { kind: 'call', lead: leadId as LeadId, at, number, callAt };
    }
    case 'HandRaised': {
      const { leadId, at } = domainEvents.HandRaised.parse(detail);
      return { kind: 'raised', lead: leadId as LeadId, at };
    }
  }
}
