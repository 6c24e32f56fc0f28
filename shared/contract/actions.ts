import * as z from 'zod/mini';
import { cleanLines } from '../domain/clean-text.ts';
import { ACTIONS } from '../domain/handover/action.ts';
import { RETURN_REASONS } from '../domain/handover/handover.ts';
import { atMost, instant, line, stage, words } from './api-requests.ts';

/** The actions of sales, over the API and on the hand-over page. */

const person = {
  by: line(100).check(z.describe('The person in sales: a name, or a key of the team in the playbook')),
  note: z.exactOptional(words(2_000)),
};

/** May be missing or empty: the response then names the missing proof. */
const proof = z.exactOptional(
  z.strictObject({
    evidence: z.exactOptional(
      z.string().check(
        ...atMost(2_000),
        z.overwrite((text) => cleanLines(text, text.length)),
      ),
    ),
  }),
);

/** The largest plausible deal, in euros. */
const LARGEST_DEAL = 1e12;

/** One action of sales. */
export const salesAction = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('accept'), ...person }),
  z.strictObject({
    action: z.literal('return'),
    reason: z.enum(RETURN_REASONS),
    criterion: z.exactOptional(
      line(40).check(z.describe('For a bad fit: the field of the profile that shows it')),
    ),
    value: z.exactOptional(line(200).check(z.describe('For a bad fit: the real value of that field'))),
    ...person,
  }),
  z.strictObject({ action: z.literal('call'), outcome: z.enum(['reached', 'not-reached']), ...person }),
  z.strictObject({
    action: z.literal('qualify'),
    need: words(2_000),
    urgency: words(500),
    buyingStage: words(500),
    decisionMakers: words(500),
    budget: words(500),
    ...person,
  }),
  z.strictObject({
    action: z.literal('opportunity'),
    proofs: z
      ._default(z.strictObject({ need: proof, budget: proof, authority: proof }), {})
      .check(z.describe('Evidence for all three, in words or as a link')),
    ...person,
  }),
  z.strictObject({
    action: z.literal('won'),
    value: z
      .number('Give a number, in euros')
      .check(z.gte(0), z.lte(LARGEST_DEAL), z.describe('Value of the deal in euros')),
    ...person,
  }),
  z.strictObject({ action: z.literal('lost'), reason: words(500), ...person }),
]);

/** Why an action was refused (RFC 9457), and which actions are possible. */
export const actionConflict = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  reason: z
    .enum(['accepted', 'returned', 'stage', 'key'])
    .check(
      z.describe(
        'Sales has already answered the hand-over, the stage of the lead does not allow the action, or another action has this `Idempotency-Key`',
      ),
    ),
  answer: z.optional(z.object({ by: z.string(), at: instant })).check(z.describe('Who answered and when')),
  stage,
  possible: z.array(z.enum(ACTIONS)).check(z.describe('The actions that are possible now')),
});

export type ActionConflict = z.infer<typeof actionConflict>;
