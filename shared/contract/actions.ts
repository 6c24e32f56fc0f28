import * as z from 'zod/mini';
import { cleanLines } from '../domain/clean-text.ts';
import { currencies } from '../domain/currency.ts';
import { ACTIONS, type ActionRequest } from '../domain/handover/actions/action.ts';
import { RETURN_REASONS } from '../domain/handover/handover.ts';
import { atMost, instant, line, stage, words } from './api-requests.ts';

/** The actions of sales, over the API and on the hand-over page. */

const person = {
  by: line(100).check(z.describe('The person in sales: a name, or a key of the team in the playbook')),
  note: z.exactOptional(words(2_000)),
};

/** Only answers can be corrected, and what was said of a call or noted. */
const correctable = {
  ...person,
  replaces: z
    .exactOptional(z.int('Give the number of an action').check(z.gte(1)))
    .check(
      z.describe(
        'Corrects the action with this number: `action` and its fields say what is right. The other answers to the hand-over must remain possible, and one about an earlier hand-over stays of its kind; the old one is kept',
      ),
    ),
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

/** The largest plausible deal. */
const LARGEST_DEAL = 1e12;

/** One action of sales. */
export const salesAction = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('accept'), ...correctable }),
  z.strictObject({
    action: z.literal('return'),
    reason: z.enum(RETURN_REASONS),
    criterion: z.exactOptional(
      line(40).check(z.describe('For a bad fit: the field of the profile that shows it')),
    ),
    value: z.exactOptional(line(200).check(z.describe('For a bad fit: the real value of that field'))),
    ...correctable,
  }),
  z.strictObject({ action: z.literal('call'), outcome: z.enum(['reached', 'not-reached']), ...correctable }),
  z.strictObject({
    action: z.literal('qualify'),
    need: words(2_000),
    urgency: words(500),
    buyingStage: words(500),
    decisionMakers: words(500),
    budget: words(500),
    ...correctable,
  }),
  z.strictObject({
    action: z.literal('opportunity'),
    proofs: z
      ._default(z.strictObject({ need: proof, budget: proof, authority: proof }), {})
      .check(z.describe('Evidence for all three, in words or as a link')),
    ...correctable,
  }),
  z.strictObject({
    action: z.literal('won'),
    value: z
      .number('Give a number, such as 12500')
      .check(z.gte(0), z.lte(LARGEST_DEAL), z.describe('Value of the deal')),
    currency: z
      .exactOptional(z.enum(currencies, 'Give a currency of ISO 4217, such as EUR'))
      .check(z.describe('ISO 4217, such as `EUR`; by default the currency of the playbook')),
    ...correctable,
  }),
  z.strictObject({ action: z.literal('lost'), reason: words(500), ...correctable }),
  z
    .strictObject({ action: z.literal('reopen'), reason: words(500), ...person })
    .check(z.describe('Takes back that the lead was won or lost')),
  z
    .strictObject({
      action: z.literal('assign'),
      to: line(100).check(z.describe('A member of the team: its key in the playbook, or its name')),
      ...person,
    })
    .check(z.describe('Gives the lead to a colleague, who is told')),
  z.strictObject({ action: z.literal('note'), text: words(2_000), ...correctable }),
  z
    .strictObject({
      action: z.literal('call-back'),
      at: z.iso
        .datetime({ offset: true, error: 'Give a moment in ISO 8601, such as 2026-12-01T10:00:00+01:00' })
        .check(
          z.describe(
            'When to call, within two years; the owner is reminded. A call clears it, another one replaces it',
          ),
        ),
      ...person,
    })
    .check(z.describe('Plans the next call')),
]);

/** The request of an action, as use cases take it. */
export function actionRequest(asked: z.infer<typeof salesAction>): ActionRequest {
  if (asked.action !== 'call-back') return asked;
  const { at, ...request } = asked;
  return { ...request, callAt: new Date(at).toISOString() };
}

/** Why an action was refused (RFC 9457), and which actions are possible. */
export const actionConflict = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  reason: z
    .enum(['accepted', 'returned', 'stage', 'key', 'overtaken', 'corrected'])
    .check(
      z.describe(
        'Sales has already answered the hand-over, the stage of the lead does not allow the action, another action has this `Idempotency-Key`, somebody did the same at the same moment, or the action was corrected or taken back already',
      ),
    ),
  answer: z
    .optional(z.object({ action: z.optional(z.enum(ACTIONS)), by: z.string(), at: instant }))
    .check(z.describe('Who answered, what and when')),
  stage,
  possible: z.array(z.enum(ACTIONS)).check(z.describe('The actions that are possible now')),
});

export type ActionConflict = z.infer<typeof actionConflict>;
