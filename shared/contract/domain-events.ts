import * as z from 'zod/mini';

const common = {
  /** The same for every delivery of the same event: consumers can use it for deduplication. */
  id: z.string(),
  leadId: z.string(),
  at: z.iso.datetime(),
};

/** The domain events by `detail-type`, with the schema of their `detail`. */
export const domainEvents = {
  LeadQualified: z.object({ ...common, score: z.number(), playbook: z.number() }),
  HandoverOpened: z.object({
    ...common,
    number: z.int(),
    reason: z.enum(['threshold', 'hand-raiser', 'stalled']),
    /** The keys of the scores beside the total that had reached their thresholds. */
    scores: z.optional(z.array(z.string())),
    playbook: z.number(),
  }),
  HandoverAccepted: z.object({ ...common, number: z.int(), by: z.string() }),
  HandoverReturned: z.object({
    ...common,
    number: z.int(),
    by: z.string(),
    reason: z.enum(['not-ready', 'bad-fit', 'unreachable', 'duplicate', 'other']),
  }),
  /** Sales did not answer within the agreed time: remind sales, or escalate to its manager. `to`: who it went to. */
  HandoverOverdue: z.object({
    ...common,
    number: z.int(),
    level: z.enum(['reminder', 'manager']),
    to: z.optional(z.string()),
  }),
  /** A colleague gave the lead to a member of the team. `action`: the number of the action that says why. */
  LeadAssigned: z.object({ ...common, number: z.int(), to: z.string(), action: z.int() }),
  /** The moment of a call that was planned has come. */
  CallDue: z.object({ ...common, number: z.int(), callAt: z.iso.datetime() }),
  /** A lead that sales already has, or a customer, asks for contact. */
  HandRaised: z.object({ ...common, stage: z.string() }),
  StageChanged: z.object({ ...common, from: z.nullable(z.string()), to: z.string() }),
  BandChanged: z.object({ ...common, from: z.nullable(z.string()), to: z.string(), score: z.number() }),
  /** `subjects`: those it gave permission for, each `pending` or `granted`; absent when its wordings named none. */
  ConsentChanged: z.object({
    ...common,
    mail: z.string(),
    tracking: z.string(),
    subjects: z.optional(z.record(z.string(), z.string())),
  }),
  /** A lead started a sequence of mails. */
  SequenceStarted: z.object({ ...common, sequence: z.string(), playbook: z.number() }),
  LeadErased: z.object(common),
} as const;

export type DetailType = keyof typeof domainEvents;

/** A domain event on the bus. */
export type DomainEvent = {
  [T in DetailType]: { type: T; detail: z.infer<(typeof domainEvents)[T]> };
}[DetailType];
