import type { SalesAction } from '../../../domain/handover/actions/action.ts';
import type { LeadId, VisitorId } from '../../../domain/identity/ids.ts';
import { asksForStays } from '../../../domain/scoring/rule-facts.ts';
import { windowStart } from '../../../domain/scoring/score.ts';
import type { AnyEvent, PageView } from '../../../domain/tracking/event.ts';
import { actionEntity } from '../../../store/handover/actions.ts';
import { getLinkedLead, linkEntity } from '../../../store/identity/links.ts';
import type { Item } from '../../../store/table.ts';
import { leadEventEntity, visitorEventEntity } from '../../../store/tracking/events.ts';
import { visitorEvents } from '../../../store/tracking/history.ts';
import { applyActions } from '../../handover/apply-actions.ts';
import type { ScoringSystem } from '../../lead-system.ts';
import { scoreLead } from '../score-lead/score-lead.ts';
import { linkVisitorFromClick } from './link-visitor-from-click.ts';

/** A new item of the table: an event, a link between a visitor and a lead, or an action of sales. */
export interface NewItem {
  /** The id of the stream record. */
  record: string;
  item: Item;
}

/**
 * Brings every lead that new items concern up to date, all items of one lead together. Events of visitors without a
 * lead wait in the table until a link comes.
 * @returns the records that failed, with the reason, to be retried; the others are done
 */
export async function scoreEvents(system: ScoringSystem, items: NewItem[]): Promise<Map<string, unknown>> {
  const failed = new Map<string, unknown>();
  const links = new Map<VisitorId, Promise<LeadId | undefined>>();
  const leads = new Map<LeadId, Required<LeadChanges> & { records: string[] }>();

  for (const { record, item } of items) {
    try {
      const found = await changesIn(system, item, links);
      if (found === undefined) continue;
      const group = leads.get(found.lead) ?? { records: [], events: [], landings: [], actions: [] };
      leads.set(found.lead, group);
      group.records.push(record);
      group.events.push(...(found.events ?? []));
      group.landings.push(...(found.landings ?? []));
      group.actions.push(...(found.actions ?? []));
    } catch (reason) {
      failed.set(record, reason);
    }
  }
  for (const [lead, { records, events, landings, actions }] of leads) {
    try {
      if (actions.length > 0) await applyActions(system, lead, actions);
      if (events.length + landings.length > 0) await scoreLead(system, lead, events, { landings });
    } catch (reason) {
      for (const record of records) failed.set(record, reason);
    }
  }
  return failed;
}

/** The new events of a lead, the page views that show that a browser is its owner's, and sales' new actions. */
interface LeadChanges {
  events?: AnyEvent[];
  landings?: PageView[];
  actions?: SalesAction[];
}

/** The lead an item belongs to and what is new; undefined if the visitor is not linked. */
async function changesIn(
  system: ScoringSystem,
  item: Item,
  links: Map<VisitorId, Promise<LeadId | undefined>>,
): Promise<(LeadChanges & { lead: LeadId }) | undefined> {
  const { table } = system;
  const ofSales = actionEntity.matchItem(item);
  if (ofSales) return { lead: ofSales.lead, actions: [actionEntity.valueOf(item)] };
  const ofLead = leadEventEntity.matchItem(item);
  if (ofLead) return { lead: ofLead.lead, events: [leadEventEntity.valueOf(item)] };
  if (linkEntity.matchItem(item)) {
    const { lead, visitor } = linkEntity.valueOf(item);
    const { scoring } = await system.playbook();
    return { lead, events: await visitorEvents(table, visitor, windowStart(system.now(), scoring)) };
  }
  const event = visitorEventEntity.valueOf(item);
  if (event.type === 'stay' && !asksForStays((await system.playbook()).scoring)) return undefined;
  const { visitor } = event;
  const known = links.get(visitor) ?? getLinkedLead(table, visitor);
  links.set(visitor, known);
  const lead = await known;
  const landed = event.type === 'page' ? await linkVisitorFromClick(system, event, lead) : undefined;
  const landings = landed !== undefined && event.type === 'page' ? [event] : [];
  if (lead !== undefined) return { lead, events: [event], landings };
  return landed && { lead: landed, landings };
}
