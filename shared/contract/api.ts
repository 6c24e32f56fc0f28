import * as z from 'zod/mini';
import { LEAD_ID_PATTERN } from '../domain/identity/ids.ts';
import { RANKS } from '../domain/identity/trust.ts';
import { UNCOUNTED_REASONS } from '../domain/nurture/mail-scanners.ts';
import { handoverAnswer } from './api-handover.ts';
import { band, instant, permission, readiness, stage, verdict } from './api-requests.ts';

/** The responses of the API: types, and schemas for `/api/openapi.json`. */

export const leadId = z
  .string()
  .check(z.regex(LEAD_ID_PATTERN), z.describe('Id of the lead; contains no personal data'));
const cursor = z.nullable(z.string().check(z.describe('Cursor of the next page; null on the last page')));

const confirmedAt = z
  .nullable(instant)
  .check(z.describe('When the owner of the address confirmed it by mail; null until then'));

const subjects = z
  .nullable(z.array(z.string()))
  .check(
    z.describe('The subjects that the wording names; null when it was given before wordings named them'),
  );

const reason = z.object({
  code: z.enum([
    ...(['free-mail', 'business-mail', 'excluded-domain', 'student-domain'] as const),
    ...(['employees', 'employees-unknown', 'job-title', 'sector', 'country', 'postcode'] as const),
    ...(['answer', 'answer-unknown', 'sales'] as const),
  ]),
  field: z.optional(z.string()).check(z.describe('For an answer: the field of the playbook')),
  value: z.optional(z.string()),
  says: verdict,
});

const ledgerEntry = z.object({
  eventId: z.string(),
  rule: z.string(),
  points: z.number().check(z.describe('Below 0 when the rule takes points off')),
  at: instant,
  waiting: z
    .optional(z.enum(UNCOUNTED_REASONS))
    .check(
      z.describe(
        'Why this open or click does not count until there is human activity; absent when it counts',
      ),
    ),
});

const cut = z
  .optional(z.object({ cap: z.optional(z.number()), floor: z.optional(z.number()) }))
  .check(
    z.describe(
      'Points earned above the cap, which do not count, and points below 0, which are not taken off',
    ),
  );

/** A score of one subject or product, beside the total. */
const otherScore = z.object({
  name: z.string(),
  total: z.number(),
  threshold: z.number().check(z.describe('From how many of its points the lead is handed over')),
  ledger: z.array(ledgerEntry),
  cut,
});

const claim = z.object({
  field: z.string(),
  value: z.string(),
  at: instant,
  source: z.string().check(z.describe('The form or the system that said it')),
  rank: z.enum(RANKS).check(z.describe('What proves it; for a form that nobody confirmed, nothing does')),
});

/** A lead in a list. */
export const leadSummary = z.object({
  id: leadId,
  email: z.string(),
  profile: z.record(z.string(), z.string()).check(z.describe('Values by field of the playbook')),
  claims: z.array(claim).check(z.describe('What others said instead of the values of the profile')),
  consent: z.object({
    mail: z.enum(['none', 'pending', 'granted', 'withdrawn']),
    tracking: z.enum(['granted', 'denied']),
    subjects: z
      .record(z.string(), z.enum(['pending', 'granted', 'withdrawn']))
      .check(
        z.describe(
          'The subjects it gave permission for; `*` stands for all of them. `withdrawn`: the person unticked it since, which only the answer about one lead says',
        ),
      ),
    proofs: z
      .array(z.extend(permission, { at: instant, form: z.string(), subjects, confirmedAt }))
      .check(z.describe('The last in each wording')),
  }),
  stage,
  fit: z.object({
    verdict,
    reasons: z.array(reason),
    ask: z.array(z.string()).check(z.describe('The fields that could still decide the fit')),
  }),
  readiness,
  score: z.object({ total: z.number(), band }),
  handovers: z.array(handoverAnswer),
  enrolments: z.array(
    z.object({
      sequence: z.string(),
      step: z.int().check(z.describe('Number of steps sent or skipped')),
      status: z
        .enum(['active', 'waiting', 'paused', 'done', 'ended'])
        .check(z.describe('`waiting`: for the confirmation of the permission; then no mail is planned')),
      nextAt: z.nullable(instant).check(z.describe('When the next step is due; null when there is none')),
    }),
  ),
  playbook: z.int().check(z.describe('The version of the playbook that decided this')),
});

const closed = z.object({
  why: z.enum(['hard-bounce', 'soft-bounces', 'complaint']),
  at: instant,
  tryFrom: z
    .optional(instant)
    .check(z.describe('Whoever asks for something from then on gets one new try; absent after a complaint')),
});

/** A lead with the explanation of its score. */
export const leadAnswer = z.extend(leadSummary, {
  address: z
    .object({ closed: z.nullable(closed) })
    .check(z.describe('Whether mail is sent to its address at all: null when it is, else why it is not')),
  scores: z
    .optional(z.record(z.string(), otherScore))
    .check(
      z.describe('The scores of one subject or product, by their keys; absent when the playbook has none'),
    ),
  score: z.extend(leadSummary.shape.score, {
    unconfirmed: z
      .optional(z.number())
      .check(z.describe('Points of forms and browsers that no click in a mail confirmed; they count')),
    ledger: z
      .array(ledgerEntry)
      .check(
        z.describe(
          'Its points, less `cut.cap`, plus `cut.floor`, are the total. What the fit takes off has the eventId `fit`',
        ),
      ),
    cut,
  }),
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
          'stay',
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

export const accepted = z.object({
  id: leadId,
  ignored: z
    .array(
      z.object({
        field: z.string().check(z.describe('Its path, such as `profile.phone`')),
        reason: z.string(),
      }),
    )
    .check(z.describe('What was left out, and why; at most 100 fields')),
});

export const receipt = z.object({
  id: leadId,
  erasedAt: instant,
  isFinished: z.boolean().check(z.describe('False while the rest is still being removed, by itself')),
  removed: z
    .object({
      events: z.int().check(z.describe('Events')),
      visitors: z.int().check(z.describe('Linked browsers')),
      others: z.int().check(z.describe('Profile, counters, notifications and links')),
    })
    .check(z.describe('Items that this request removed; zero unless it finished the work itself')),
});

/** RFC 9457. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  errors: z.optional(z.record(z.string(), z.string())).check(z.describe('Errors by field')),
});

export type LeadSummary = z.infer<typeof leadSummary>;
export type LeadAnswer = z.infer<typeof leadAnswer>;
export type IgnoredField = z.infer<typeof accepted>['ignored'][number];
export type Receipt = z.infer<typeof receipt>;
