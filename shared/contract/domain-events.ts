import * as z from 'zod/mini';

const common = {
  /** The same for every delivery of the same fact: a consumer that keeps it handles each fact once. */
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
    playbook: z.number(),
  }),
  HandoverAccepted: z.object({ ...common, number: z.int(), by: z.string() }),
  HandoverReturned: z.object({
    ...common,
    number: z.int(),
    by: z.string(),
    reason: z.enum(['not-ready', 'bad-fit', 'unreachable', 'duplicate', 'other']),
  }),
  /** Sales did not answer within the agreed time: to remind it, or to tell its manager. `to`: who it went to. */
  HandoverOverdue: z.object({
    ...common,
    number: z.int(),
    level: z.enum(['reminder', 'manager']),
    to: z.optional(z.string()),
  }),
  /** Somebody asks for a person whom sales has already, or who is a customer. */
  HandRaised: z.object({ ...common, stage: z.string() }),
  StageChanged: z.object({ ...common, from: z.nullable(z.string()), to: z.string() }),
  BandChanged: z.object({ ...common, from: z.nullable(z.string()), to: z.string(), score: z.number() }),
  ConsentChanged: z.object({ ...common, mail: z.string(), tracking: z.string() }),
  /** A lead began a sequence of mails. */
  SequenceStarted: z.object({ ...common, sequence: z.string(), playbook: z.number() }),
  LeadErased: z.object(common),
} as const;

export type DetailType = keyof typeof domainEvents;

/** One domain event as it is put on the bus. */
export type DomainEvent = {
  [T in DetailType]: { type: T; detail: z.infer<(typeof domainEvents)[T]> };
}[DetailType];
