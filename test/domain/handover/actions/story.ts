import { expect } from 'vitest';
import type { ActionRequest, SalesAction } from '../../../../shared/domain/handover/actions/action.ts';
import { correct, reopen, type Uncorrectable } from '../../../../shared/domain/handover/actions/correct.ts';
import { type ActionFacts, numberAction } from '../../../../shared/domain/handover/actions/number-action.ts';
import { possibleActions, withAction } from '../../../../shared/domain/handover/actions/with-action.ts';
import type { Handover } from '../../../../shared/domain/handover/handover.ts';
import type { HandedOverLead } from '../../../../shared/domain/handover/handovers.ts';
import {
  needsTraits,
  outcomeIncrements,
  traitsBefore,
  withTraits,
} from '../../../../shared/domain/handover/stalled/outcomes.ts';
import type { Lead } from '../../../../shared/domain/identity/lead.ts';
import { withCampaign } from '../../../../shared/domain/identity/new-lead.ts';
import { incrementsOfChange } from '../../../../shared/domain/reports/increments-of-change.ts';
import type { Increment } from '../../../../shared/domain/reports/totals.ts';
import { plus } from '../../../../shared/domain/time.ts';
import { pageView } from '../../builders.ts';
import { handedOver, handover } from '../handed-over.ts';

export const HOUR = 3_600_000;
export const START = '2026-11-24T12:00:00.000Z';
const by = 'anna';
export const ACCEPT: ActionRequest = { action: 'accept', by };
export const WON: ActionRequest = { action: 'won', value: 9_000, by };
export const LOST: ActionRequest = { action: 'lost', reason: 'No budget', by };
export const AGAIN: ActionRequest = { action: 'reopen', reason: 'They called', by };
export const back = (
  reason: 'not-ready' | 'bad-fit' = 'not-ready',
  criterion = 'employees',
): ActionRequest =>
  reason === 'bad-fit' ? { action: 'return', reason, criterion, by } : { action: 'return', reason, by };

/** The lead after an action, with the fit that its profile has unless sales judged it. */
export function after(lead: Lead, action: SalesAction): Lead {
  const so = withAction(lead, action);
  const judged: Lead = { ...so, fit: so.judged ?? 'unknown' };
  return needsTraits(judged) ? withTraits(lead, judged, {}) : judged;
}

/** What happens to a lead between the answers of sales. */
export const HAPPENINGS = {
  campaign: (lead: Lead) => withCampaign(lead, [pageView('/', { campaign: { name: 'spring' } })]),
  earlier: (lead: Lead) =>
    withCampaign(lead, [pageView('/', { at: '2026-01-01T00:00:00.000Z', campaign: { name: 'winter' } })]),
} as const;

/** What a change adds to the reports and to the outcomes by trait, besides that it was a correction. */
export const added = (before: Lead, now: Lead): Increment[] =>
  [...incrementsOfChange(before, now), ...outcomeIncrements(before, now)].filter(
    ({ metric }) => metric !== 'corrected',
  );

/** A lead with all that sales did, and what the reports counted. */
export class Story {
  lead: Lead;
  readonly actions: SalesAction[] = [];
  readonly increments: Increment[] = [];
  /** The record after each change, the first one first. */
  readonly images: Lead[];
  readonly happened: { at: string; what: keyof typeof HAPPENINGS }[] = [];
  #at = START;

  constructor(lead: Lead = handedOver({ origin: { form: 'demo', at: '2026-11-01T00:00:00.000Z' } })) {
    this.lead = lead;
    this.images = [lead];
  }

  /** Tells what sales did an hour after what it did before; why it cannot be, if so. */
  tell(request: ActionRequest): string | undefined {
    this.#at = plus(this.#at, HOUR);
    const lead = this.lead as HandedOverLead;
    const isChange = request.replaces !== undefined || request.action === 'reopen';
    if (request.replaces === undefined && !possibleActions(lead).includes(request.action)) return 'stage';
    const change: ActionFacts | Uncorrectable = !isChange
      ? {}
      : request.action === 'reopen'
        ? reopen(lead, this.actions)
        : correct(lead, this.actions, request);
    if ('because' in change) return String(change.because);
    const action = numberAction(request, lead, this.#at, { traits: traitsBefore(lead, {}), ...change });
    this.actions.push(action);
    this.lead = { ...after(lead, action), changedAt: this.#at, version: lead.version + 1 };
    this.#count(lead);
    return undefined;
  }

  happens(what: keyof typeof HAPPENINGS): void {
    this.#at = plus(this.#at, HOUR);
    this.happened.push({ at: this.#at, what });
    const before = this.lead;
    this.lead = HAPPENINGS[what](before);
    this.#count(before);
  }

  /** Marketing hands the lead over again, when it has it. */
  handOver(more: Partial<Handover> = {}): this {
    this.#at = plus(this.#at, HOUR);
    const before = this.lead;
    if (!['name', 'lead', 'lost'].includes(before.stage)) return this;
    const number = (before.handover?.number ?? 0) + 1;
    const next = handover({ number, openedAt: this.#at, playbook: number, ...more });
    this.lead = {
      ...before,
      ...{
        stage: 'mql',
        stageAt: this.#at,
        changedAt: this.#at,
        handover: next,
        version: before.version + 1,
      },
    };
    this.#count(before);
    return this;
  }

  #count(before: Lead): void {
    this.images.push(this.lead);
    this.increments.push(...added(before, this.lead));
  }

  tellAll(...requests: ActionRequest[]): this {
    for (const request of requests)
      expect([request.action, this.tell(request)]).toEqual([request.action, undefined]);
    return this;
  }
}
