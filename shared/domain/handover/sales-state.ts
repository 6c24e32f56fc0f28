import * as z from 'zod/mini';
import { type Lead, STAGES } from '../identity/lead.ts';
import { type Handover, RETURN_REASONS } from './handover.ts';

/** The schema of the part of a lead that sales decides: its stage, how it ended, and what became of its hand-over. */
export function salesState() {
  const text = z.string();
  const optional = z.exactOptional(text);
  return z.object({
    stage: z.enum(STAGES),
    stageAt: text,
    judged: z.exactOptional(z.literal('bad')),
    returned: z.exactOptional(
      z.object({
        ...{ reason: z.enum(RETURN_REASONS), at: text, points: z.number() },
        of: z.exactOptional(z.record(text, z.number())),
      }),
    ),
    lost: z.exactOptional(z.object({ reason: text, at: text })),
    won: z.exactOptional(z.object({ value: z.number(), currency: optional, at: text })),
    handover: z.object({
      number: z.number(),
      status: z.enum(['open', 'accepted', 'returned']),
      via: optional,
      answer: z.exactOptional(
        z.object({
          by: text,
          at: text,
          reason: z.exactOptional(z.enum(RETURN_REASONS)),
          criterion: optional,
          caught: optional,
        }),
      ),
      reached: z.exactOptional(z.object({ sal: optional, sql: optional, opportunity: optional })),
      owner: optional,
      callBack: z.exactOptional(z.object({ at: text, by: text, told: z.exactOptional(z.literal(true)) })),
    }),
  });
}

export type SalesState = z.infer<ReturnType<typeof salesState>>;

/** What a correction or a reopening makes of a lead. */
export interface Corrected {
  becomes: SalesState;
  /** The number of the answer that it takes back. */
  undoes?: number;
}

/** The part of a lead that sales decides. */
export function salesStateOf({
  stage,
  stageAt,
  judged,
  returned,
  lost,
  won,
  handover,
}: Lead & { handover: Handover }): SalesState {
  const { number, status, via, answer, reached, owner, callBack } = handover;
  return {
    ...{ stage, stageAt },
    ...(judged && { judged }),
    ...(returned && { returned }),
    ...(lost && { lost }),
    ...(won && { won }),
    handover: {
      ...{ number, status },
      ...(via !== undefined && { via }),
      ...(answer && { answer }),
      ...(reached && { reached }),
      ...(owner !== undefined && { owner }),
      ...(callBack && { callBack }),
    },
  };
}

/** The lead with that part replaced; unchanged when the state is of another hand-over. */
export function withSalesState(lead: Lead, { handover: decided, ...state }: SalesState): Lead {
  const { judged: _, returned: __, lost: ___, won: ____, ...rest } = lead;
  if (lead.handover?.number !== decided.number) return lead;
  const { via: v, answer: a, reached: r, owner: o, callBack: c, ...handover } = lead.handover;
  return { ...rest, ...state, handover: { ...handover, ...decided } };
}
