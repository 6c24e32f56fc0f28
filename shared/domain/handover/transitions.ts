import type { Lead, Stage } from '../identity/lead.ts';
import type { Instant } from '../time.ts';

interface Transition {
  from: readonly Stage[];
  to: Stage;
  by: 'system' | 'sales';
  /** Conditions and consequences, for the table in the README. */
  needs: string;
  follows: string;
}

/** All transitions between stages. `README.md` draws them. */
export const transitions = {
  recognise: {
    from: ['name'],
    to: 'lead',
    by: 'system',
    needs: 'target group, interest and permission to be followed up; or a raised hand',
    follows: 'it may be handed over',
  },
  doubt: {
    from: ['lead'],
    to: 'name',
    by: 'system',
    needs: 'a proof is missing again, and no hand-over is open',
    follows: 'it is not handed over until the proof is back',
  },
  'hand-over': {
    from: ['lead', 'lost'],
    to: 'mql',
    by: 'system',
    needs:
      'the threshold, with new points after a return; or a raised hand, the only way back for a lost lead',
    follows: 'sales is notified, nurture ends',
  },
  accept: {
    from: ['mql', 'lead'],
    to: 'sal',
    by: 'sales',
    needs: 'an open hand-over; for a stalled lead, an open offer',
    follows: 'it has an owner in sales',
  },
  return: {
    from: ['mql', 'lead', 'sal', 'sql'],
    to: 'lead',
    by: 'sales',
    needs: 'a hand-over, and a reason: not ready, unreachable, duplicate or other',
    follows: 'it goes back to marketing, by the rules of the playbook for the reason',
  },
  'return-bad-fit': {
    from: ['mql', 'lead', 'sal', 'sql'],
    to: 'name',
    by: 'sales',
    needs: 'a hand-over, and the reason bad fit',
    follows: 'the fit stays bad, unless it raises its hand and sales qualifies it after all',
  },
  qualify: {
    from: ['sal'],
    to: 'sql',
    by: 'sales',
    needs: 'need, urgency, buying stage, decision makers and budget, as the lead described them',
    follows: 'it counts as qualified',
  },
  opportunity: {
    from: ['sql'],
    to: 'opportunity',
    by: 'sales',
    needs: 'evidence of need, budget and authority',
    follows: 'an offer can be made',
  },
  won: {
    from: ['opportunity'],
    to: 'customer',
    by: 'sales',
    needs: 'the value of the deal',
    follows: 'marketing for leads ends',
  },
  lost: {
    from: ['sal', 'sql', 'opportunity'],
    to: 'lost',
    by: 'sales',
    needs: 'a reason',
    follows: 'it rests until it raises its hand, or for the number of days in the playbook',
  },
  reopen: {
    from: ['lost'],
    to: 'lead',
    by: 'system',
    needs: 'the number of days in the playbook has passed',
    follows: 'marketing may mail it again; the threshold or a raised hand hands it over',
  },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof transitions;
export type From<N extends TransitionName> = (typeof transitions)[N]['from'][number];
export type To<N extends TransitionName> = (typeof transitions)[N]['to'];

export type LeadIn<S extends Stage> = Lead & { stage: S };

/** The lead after a transition. Does not compile from a stage in which the transition cannot start. */
export function move<N extends TransitionName>(name: N, lead: LeadIn<From<N>>, at: Instant): LeadIn<To<N>> {
  return { ...lead, stage: transitions[name].to, stageAt: at } as LeadIn<To<N>>;
}

export function isInStage<S extends Stage>(lead: Lead, stages: readonly S[]): lead is LeadIn<S> {
  return stages.some((stage) => stage === lead.stage);
}
