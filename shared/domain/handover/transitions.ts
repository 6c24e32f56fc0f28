import type { Lead, Stage } from '../identity/lead.ts';
import type { Instant } from '../time.ts';

interface Transition {
  from: readonly Stage[];
  to: Stage;
  by: 'system' | 'sales';
  /** What must be so, and what comes of it: sentences of the diagram's table. */
  needs: string;
  follows: string;
}

/** Every way from one stage to another; there are no others. `README.md` draws them. */
export const transitions = {
  recognise: {
    from: ['name'],
    to: 'lead',
    by: 'system',
    needs: 'the target group, interest, and permission to be followed up; or a raised hand',
    follows: 'it may be handed over',
  },
  doubt: {
    from: ['lead'],
    to: 'name',
    by: 'system',
    needs: 'a proof is gone, and sales is not looking at it',
    follows: 'it is never handed over as long as that is so',
  },
  'hand-over': {
    from: ['lead', 'lost'],
    to: 'mql',
    by: 'system',
    needs:
      'the threshold, with new points after a return; or a raised hand, which alone brings back who is lost',
    follows: 'sales is told, nurture ends',
  },
  accept: {
    from: ['mql', 'lead'],
    to: 'sal',
    by: 'sales',
    needs: 'an open hand-over; of a lead, the offer of one that is stalled',
    follows: 'it has an owner in sales',
  },
  return: {
    from: ['mql', 'lead', 'sal', 'sql'],
    to: 'lead',
    by: 'sales',
    needs: 'a hand-over, and a reason: not ready, unreachable, duplicate or other',
    follows: 'back to marketing, as the playbook says for the reason',
  },
  'return-bad-fit': {
    from: ['mql', 'lead', 'sal', 'sql'],
    to: 'name',
    by: 'sales',
    needs: 'a hand-over, and the reason bad fit',
    follows: 'the fit is bad until a hand is raised and sales qualifies it after all',
  },
  qualify: {
    from: ['sal'],
    to: 'sql',
    by: 'sales',
    needs: 'need, urgency, buying stage, decision makers and budget, as they were told',
    follows: 'it counts as qualified',
  },
  opportunity: {
    from: ['sql'],
    to: 'opportunity',
    by: 'sales',
    needs: 'evidence of the need, the budget and the authority',
    follows: 'an offer can be made',
  },
  won: {
    from: ['opportunity'],
    to: 'customer',
    by: 'sales',
    needs: 'the value of the deal',
    follows: 'no marketing for leads any more',
  },
  lost: {
    from: ['sal', 'sql', 'opportunity'],
    to: 'lost',
    by: 'sales',
    needs: 'a reason',
    follows: 'it rests, until it raises its hand or the days of the playbook are over',
  },
  reopen: {
    from: ['lost'],
    to: 'lead',
    by: 'system',
    needs: 'the days of the playbook are over',
    follows: 'marketing may mail it again; the threshold or a raised hand hands it over',
  },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof transitions;
export type From<N extends TransitionName> = (typeof transitions)[N]['from'][number];
export type To<N extends TransitionName> = (typeof transitions)[N]['to'];

/** A lead of which the stage is known. */
export type LeadIn<S extends Stage> = Lead & { stage: S };

/** The lead after a transition. From a stage that the transition does not begin in, it does not compile. */
export function move<N extends TransitionName>(name: N, lead: LeadIn<From<N>>, at: Instant): LeadIn<To<N>> {
  return { ...lead, stage: transitions[name].to, stageAt: at } as LeadIn<To<N>>;
}

export function isIn<S extends Stage>(lead: Lead, stages: readonly S[]): lead is LeadIn<S> {
  return stages.some((stage) => stage === lead.stage);
}
