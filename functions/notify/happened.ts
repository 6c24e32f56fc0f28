import { domainEvents } from '../../shared/contract/domain-events.ts';
import type { LeadId } from '../../shared/domain/identity/ids.ts';
import type { Happened } from '../../shared/usecases/handover/notify-sales.ts';

/** The domain events of which sales hears. */
export type Heard = 'HandoverOpened' | 'HandoverOverdue' | 'HandRaised';

/**
 * What happened, as the bus tells it.
 * @throws when the detail is not that of the event.
 */
export function happenedOf(type: Heard, detail: unknown): Happened {
  switch (type) {
    case 'HandoverOpened': {
      const { leadId, number } = domainEvents.HandoverOpened.parse(detail);
      return { kind: 'opened', lead: leadId as LeadId, number };
    }
    case 'HandoverOverdue': {
      const { leadId, number, level } = domainEvents.HandoverOverdue.parse(detail);
      return { kind: 'overdue', lead: leadId as LeadId, number, level };
    }
    case 'HandRaised': {
      const { leadId, at } = domainEvents.HandRaised.parse(detail);
      return { kind: 'raised', lead: leadId as LeadId, at };
    }
  }
}
