import type { Lead } from '../identity/lead.ts';
import { type HandedOverLead, hasOpenHandover } from './handovers.ts';
import { isInStage } from './transitions.ts';

/** Whether a lead is with sales: it is offered or handed over, and neither returned nor lost. Customers stay with sales. */
export function isWithSales(lead: Lead): lead is HandedOverLead {
  if (lead.handover === undefined) return false;
  return hasOpenHandover(lead) || isInStage(lead, ['sal', 'sql', 'opportunity', 'customer']);
}
