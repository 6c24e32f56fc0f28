import type { ActionRequest, SalesAction } from '../../../shared/domain/handover/actions/action.ts';
import { numberAction } from '../../../shared/domain/handover/actions/number-action.ts';
import { withAction } from '../../../shared/domain/handover/actions/with-action.ts';
import type { Handover } from '../../../shared/domain/handover/handover.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { lead } from '../builders.ts';

/** When the hand-over of these builders was opened: a Tuesday, 11:00 in Amsterdam. */
const OPENED = '2026-11-24T10:00:00.000Z';

/** When sales answers, unless a test says otherwise. */
export const ANSWERED = '2026-11-24T12:00:00.000Z';

export function handover(more: Partial<Handover> = {}): Handover {
  return {
    ...{ number: 1, reason: 'threshold', status: 'open', openedAt: OPENED },
    ...{ token: 'token', score: 80, playbook: 1, ...more },
  };
}

/** A lead that was handed over. */
export function handedOver(more: Partial<Lead> = {}): Lead & { handover: Handover } {
  return {
    ...lead({ stage: 'mql', stageAt: OPENED, mail: 'granted', interest: true, readiness: 'ready' }),
    ...{ score: 80, band: 'call', bandAt: OPENED, points: { daily: { '2026-11-24': 80 }, window: {} } },
    changedAt: OPENED,
    handover: handover(),
    ...more,
  };
}

export const QUALIFIED = {
  ...{ action: 'qualify', need: 'Fewer returned leads', urgency: 'This quarter', buyingStage: 'Comparing' },
  ...{ decisionMakers: 'The director', budget: '20,000 a year', by: 'anna' },
} as const satisfies ActionRequest;

export const PROVEN = {
  action: 'opportunity',
  proofs: {
    need: { evidence: 'Showed the report of returned leads' },
    budget: { evidence: 'https://example.nl/minutes' },
    authority: { evidence: 'Signs contracts herself' },
  },
  by: 'anna',
} as const satisfies ActionRequest;

/** The lead after sales did these things, one after the other. */
export function answeredBy(first: Lead, ...asked: readonly ActionRequest[]): Lead {
  return asked.reduce((so, one) => withAction(so, action(one, so)), first);
}

export function action(asked: ActionRequest, of: Lead, at = ANSWERED): SalesAction {
  return numberAction(asked, of, at, {});
}
