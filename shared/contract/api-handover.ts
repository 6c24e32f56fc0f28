import * as z from 'zod/mini';
import { RETURN_REASONS } from '../domain/handover/handover.ts';
import { instant } from './api-requests.ts';

/** A hand-over of a lead, as the API answers it. */
export const handoverAnswer = z.object({
  number: z.int(),
  reason: z.enum(['threshold', 'hand-raiser', 'stalled']),
  status: z.enum(['open', 'accepted', 'returned']),
  openedAt: instant,
  score: z.number(),
  scores: z
    .optional(z.record(z.string(), z.number()))
    .check(z.describe('The other scores that had reached their thresholds, with their points')),
  playbook: z.int(),
  to: z.optional(z.string()).check(z.describe('The member of the team it went to')),
  via: z
    .optional(z.string())
    .check(
      z.describe(
        'The routing rule, until there is an answer: account, again, company, turn, a score, or the match of a rule',
      ),
    ),
  unconfirmed: z
    .optional(z.boolean())
    .check(
      z.describe(
        'For one lead, while it is open: whether it passed the threshold only by points of forms and browsers that no click in a mail confirmed',
      ),
    ),
  owner: z
    .optional(z.string())
    .check(
      z.describe('The member of the team who was given it by a colleague since it was routed or accepted'),
    ),
  callBack: z
    .optional(z.object({ at: instant, by: z.string(), told: z.optional(z.literal(true)) }))
    .check(z.describe('The next call, who planned it, and whether the owner was reminded')),
  corrections: z.optional(z.int()).check(z.describe('How many of its answers were corrected or taken back')),
  told: z.optional(z.enum(['reminder', 'manager'])).check(z.describe('The last reminder to answer')),
  ranked: z
    .optional(
      z.union([z.object({ chance: z.number() }), z.object({ won: z.int(), lost: z.int(), enough: z.int() })]),
    )
    .check(
      z.describe(
        'For a stalled lead, why it was chosen: its chance to become a customer, or its fit and score while there are too few outcomes to estimate a chance',
      ),
    ),
  answer: z
    .optional(
      z.object({
        by: z.string(),
        at: instant,
        reason: z.optional(z.enum(RETURN_REASONS)),
        criterion: z.optional(z.string()).check(z.describe('For a bad fit: the field that shows it')),
        caught: z
          .optional(z.string())
          .check(
            z.describe(
              'The criterion of the ideal customer that would have caught it, had its value been known',
            ),
          ),
      }),
    )
    .check(z.describe('The last answer of sales')),
});
