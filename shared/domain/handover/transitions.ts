import type { Lead, Stage } from '../identity/lead.ts';
import type { Instant } from '../time.ts';

/** All transitions between stages. `README.md` draws them, and says what each needs and what follows from it. */
export const transitions = {
  recognise: { from: ['name'], to: 'lead', by: 'system' },
  doubt: { from: ['lead'], to: 'name', by: 'system' },
  'hand-over': { from: ['lead', 'lost'], to: 'mql', by: 'system' },
  accept: { from: ['mql', 'lead'], to: 'sal', by: 'sales' },
  return: { from: ['mql', 'lead', 'sal', 'sql'], to: 'lead', by: 'sales' },
  'return-bad-fit': { from: ['mql', 'lead', 'sal', 'sql'], to: 'name', by: 'sales' },
  qualify: { from: ['sal'], to: 'sql', by: 'sales' },
  opportunity: { from: ['sql'], to: 'opportunity', by: 'sales' },
  won: { from: ['opportunity'], to: 'customer', by: 'sales' },
  lost: { from: ['sal', 'sql', 'opportunity'], to: 'lost', by: 'sales' },
  reopen: { from: ['lost'], to: 'lead', by: 'system' },
} as const satisfies Record<string, { from: readonly Stage[]; to: Stage; by: 'system' | 'sales' }>;

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
