import * as z from 'zod/mini';
import { HANDOVER_REASONS, RETURN_REASONS } from '../handover.ts';
import { salesState } from '../sales-state.ts';
import { TRAITS } from '../stalled/traits.ts';

/** The three proofs of an opportunity: a demonstrated need, a checked budget, a contact who decides. */
export const PROOFS = ['need', 'budget', 'authority'] as const;
export type ProofName = (typeof PROOFS)[number];

export const ACTIONS = [
  ...(['accept', 'return', 'call', 'qualify', 'opportunity', 'won', 'lost'] as const),
  ...(['reopen', 'assign', 'note', 'call-back'] as const),
] as const;
export type ActionName = (typeof ACTIONS)[number];

/** The actions that can move a lead to another stage; the others are about it, whatever its stage. */
export const ANSWERS = ['accept', 'return', 'qualify', 'opportunity', 'won', 'lost', 'reopen'] as const;
/** What can be answered by a link that several people may have; the rest needs to be known by whom. */
export const SHARED_ACTIONS: readonly ActionName[] = ['accept', 'return', 'call'];

export type AnswerName = (typeof ANSWERS)[number];

export function isAnswer(action: ActionName): action is AnswerName {
  return ANSWERS.some((name) => name === action);
}

/** The schema of what sales did with a lead: a numbered event, stored as long as the lead. */
export function storedAction() {
  const text = z.string();
  const optional = z.exactOptional(text);
  const common = {
    /** Counts the actions of a lead: if two people answer at once, only one gets the next number. */
    number: z.number(),
    at: text,
    /** A person of sales. */
    by: text,
    note: optional,
    /** The idempotency key of the request. */
    key: optional,
    /** The number of the action that it corrects. */
    replaces: z.exactOptional(z.number()),
    /** After a correction or a reopening: what sales' answers make of the lead. */
    becomes: z.exactOptional(salesState()),
    /** It corrects an answer about an earlier hand-over, and changes little of the lead as it is now. */
    earlier: z.exactOptional(
      z.object({
        /** When that answer was first told. */
        at: text,
        /** The version of the playbook with which that hand-over was opened. */
        playbook: z.exactOptional(z.number()),
        /** What a return said before. */
        was: z.exactOptional(
          z.object({ reason: z.enum(RETURN_REASONS), criterion: optional, caught: optional }),
        ),
        /** Whether sales finds the lead a bad fit, after all its answers. */
        judged: z.exactOptional(z.literal('bad')),
      }),
    ),
  };
  /** As the lead was before the first answer to its hand-over: corrections begin there. */
  const before = z.exactOptional(salesState());
  /** The hand-over that an action closed. */
  const handover = z.object({
    number: z.number(),
    reason: z.enum(HANDOVER_REASONS),
    openedAt: text,
    score: z.number(),
    playbook: z.number(),
    to: optional,
    acceptedBy: optional,
    acceptedAt: optional,
    /** What its answers count under in the reports and outcomes. Absent before December 2026. */
    origin: z.exactOptional(z.object({ form: optional, campaign: optional })),
    traits: z.exactOptional(z.partialRecord(z.enum(TRAITS), text)),
  });
  return z.discriminatedUnion('action', [
    z.object({ ...common, action: z.literal('accept'), before }),
    z.object({
      ...common,
      action: z.literal('return'),
      reason: z.enum(RETURN_REASONS),
      /** For a bad fit: the field of the profile that shows it, and its real value. */
      criterion: optional,
      value: optional,
      /** The criterion of the ideal customer that would have held this lead back, had its value been known. */
      caught: optional,
      handover,
      before,
    }),
    /** A phone call; it does not change the stage. */
    z.object({ ...common, action: z.literal('call'), outcome: z.enum(['reached', 'not-reached']) }),
    /** What sales learned while it qualified. */
    z.object({
      ...common,
      action: z.literal('qualify'),
      need: text,
      urgency: text,
      buyingStage: text,
      decisionMakers: text,
      budget: text,
    }),
    /** The evidence, in words or as a link, with who wrote it down and when. */
    z.object({
      ...common,
      action: z.literal('opportunity'),
      proofs: z.record(z.enum(PROOFS), z.object({ evidence: text, by: text, at: text })),
    }),
    /** `value`: of the deal; `currency`: as ISO 4217 names it, euros before it was asked. */
    z.object({ ...common, action: z.literal('won'), value: z.number(), currency: optional }),
    z.object({ ...common, action: z.literal('lost'), reason: text, handover }),
    /** Takes back that the lead was won or lost. `undoes`: the number of that answer. */
    z.object({ ...common, action: z.literal('reopen'), reason: text, undoes: z.number() }),
    /** Gives the lead to a member of the team. */
    z.object({ ...common, action: z.literal('assign'), to: text }),
    z.object({ ...common, action: z.literal('note'), text }),
    /** When to call next. */
    z.object({ ...common, action: z.literal('call-back'), callAt: text }),
  ]);
}

export type SalesAction = z.infer<ReturnType<typeof storedAction>>;
export type PastHandover = Extract<SalesAction, { action: 'lost' }>['handover'];
export type Proofs = Extract<SalesAction, { action: 'opportunity' }>['proofs'];

/** Some of the proofs, each perhaps without who wrote it down and when. */
export type GivenProofs = { [P in ProofName]?: Partial<Proofs[P]> };

type Requested<A> = A extends { proofs: Proofs }
  ? Omit<A, Added | 'proofs'> & { proofs: GivenProofs }
  : Omit<A, Added | 'caught' | 'handover' | 'undoes'>;

/** What is added when an action is recorded. */
type Added = 'number' | 'at' | 'key' | 'before' | 'becomes' | 'earlier';

/**
 * An action that sales requests.
 * `handover`: the number of the hand-over it is about; refused when the lead has another one by now.
 * `onlyIfOpen`: sent from a page that showed no answer; a return is refused if somebody has answered since.
 * `seen`: how many actions the person knew of; refused when another one did the like since.
 */
export type ActionRequest = Requested<SalesAction> & { handover?: number; onlyIfOpen?: true; seen?: number };
