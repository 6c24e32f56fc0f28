import * as z from 'zod/mini';
import { RETURN_REASONS } from '../domain/handover/handover.ts';
import { UNCOUNTED_REASONS } from '../domain/nurture/mail-scanners.ts';
import { instant, permission, readiness, stage, verdict } from './api-requests.ts';

/** The API's responses: their types, and their description at `/api/openapi.json`. */

const leadId = z.string().check(z.describe('Names the lead; holds no personal data'));
const band = z.enum(['newsletter', 'guides', 'ads', 'call']);
const cursor = z.nullable(z.string().check(z.describe('Where the next page begins; null on the last page')));

const confirmedAt = z
  .nullable(instant)
  .check(z.describe('When the owner of the address confirmed it in a mail; null while nobody did'));

const reason = z.object({
  code: z.enum([
    ...(['free-mail', 'business-mail', 'excluded-domain', 'student-domain'] as const),
    ...(['employees', 'employees-unknown', 'job-title', 'sector', 'country', 'postcode'] as const),
    ...(['answer', 'answer-unknown', 'sales'] as const),
  ]),
  field: z.optional(z.string()).check(z.describe("Of an answer: the field of the playbook's fields")),
  value: z.optional(z.string()),
  says: verdict,
});

const ledgerEntry = z.object({
  eventId: z.string(),
  rule: z.string(),
  points: z.number(),
  at: instant,
  waiting: z
    .optional(z.enum(UNCOUNTED_REASONS))
    .check(
      z.describe('Why an open or click earns nothing until something human follows; absent when it counts'),
    ),
});

const handover = z.object({
  number: z.int(),
  reason: z.enum(['threshold', 'hand-raiser', 'stalled']),
  status: z.enum(['open', 'accepted', 'returned']),
  openedAt: instant,
  score: z.number(),
  playbook: z.int(),
  to: z.optional(z.string()).check(z.describe('Who of the team it went to')),
  via: z
    .optional(z.string())
    .check(z.describe('By what, until it is answered: account, again, company, turn, or what fits a rule')),
  told: z.optional(z.enum(['reminder', 'manager'])).check(z.describe('How far sales was reminded to answer')),
  ranked: z
    .optional(
      z.union([z.object({ chance: z.number() }), z.object({ won: z.int(), lost: z.int(), enough: z.int() })]),
    )
    .check(
      z.describe(
        'Of a stalled lead, by what it was chosen: its chance to become a customer; or fit and score, as long as there are too few outcomes to know that',
      ),
    ),
  answer: z
    .optional(
      z.object({
        by: z.string(),
        at: instant,
        reason: z.optional(z.enum(RETURN_REASONS)),
        criterion: z.optional(z.string()).check(z.describe('Of a bad fit: the field that tells it')),
        caught: z
          .optional(z.string())
          .check(z.describe('The criterion of the ideal customer that tells it, had it been known')),
      }),
    )
    .check(z.describe('The last word of sales about it')),
});

/** A lead in a list. */
export const leadSummary = z.object({
  id: leadId,
  email: z.string(),
  profile: z.record(z.string(), z.string()).check(z.describe("Values by field of the playbook's fields")),
  consent: z.object({
    mail: z.enum(['none', 'pending', 'granted', 'withdrawn']),
    tracking: z.enum(['granted', 'denied']),
    proofs: z.array(z.extend(permission, { at: instant, form: z.string(), confirmedAt })),
  }),
  stage,
  fit: z.object({
    verdict,
    reasons: z.array(reason),
    ask: z.array(z.string()).check(z.describe('The fields to which an answer could still decide')),
  }),
  readiness,
  score: z.object({ total: z.number(), band }),
  handovers: z.array(handover),
  enrolments: z.array(
    z.object({
      sequence: z.string(),
      step: z.int().check(z.describe('How many of its steps are behind: sent, or skipped')),
      status: z.enum(['active', 'paused', 'done', 'ended']),
      nextAt: z.nullable(instant).check(z.describe('When it goes on; null when it does not')),
    }),
  ),
  playbook: z.int().check(z.describe('The version of the playbook by which this was decided')),
});

/** A lead with the explanation of its score. */
export const leadAnswer = z.extend(leadSummary, {
  score: z.extend(leadSummary.shape.score, { ledger: z.array(ledgerEntry) }),
});

export const leadList = z.object({
  leads: z.array(leadSummary).check(z.describe('Highest score first')),
  cursor,
});

export const timeline = z.object({
  events: z
    .array(
      z.looseObject({
        id: z.string(),
        type: z.enum([
          'page',
          'track',
          'form',
          'import',
          'open',
          'click',
          'mail-consent',
          'delivery',
          'bounce',
          'complaint',
          'reject',
          'sales',
        ]),
        at: instant,
        receivedAt: instant,
      }),
    )
    .check(z.describe('Newest first')),
  cursor,
});

export const accepted = z.object({ id: leadId });

export const receipt = z.object({
  id: leadId,
  erasedAt: instant,
  removed: z
    .object({
      events: z.int().check(z.describe('What it did, filled in or asked')),
      visitors: z.int().check(z.describe('Browsers that were linked to it')),
      others: z.int().check(z.describe('Profile, tallies, notices and links')),
    })
    .check(z.describe('What this request removed; zero when an earlier one did')),
});

/** RFC 9457. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  errors: z.optional(z.record(z.string(), z.string())).check(z.describe('What is wrong, by field')),
});

export type LeadSummary = z.infer<typeof leadSummary>;
export type LeadAnswer = z.infer<typeof leadAnswer>;
export type Receipt = z.infer<typeof receipt>;
