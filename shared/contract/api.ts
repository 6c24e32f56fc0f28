import * as z from 'zod/mini';
import { RETURN_REASONS } from '../domain/lifecycle/action.ts';
import { STAGES } from '../domain/lifecycle/lead.ts';
import { DOUBTS } from '../domain/nurture/robots.ts';
import { clean, cleanLines } from '../domain/tracking/text.ts';

/** What the API takes and answers. The description at `/api/openapi.json` is made of these. */

const instant = z.iso.datetime().check(z.describe('A moment in UTC'));
const leadId = z.string().check(z.describe('Names the lead; holds no personal data'));
const stage = z.enum(STAGES);
const verdict = z.enum(['good', 'bad', 'unknown']);
const readiness = z.enum(['not-ready', 'ready', 'hand-raiser']);
const band = z.enum(['newsletter', 'guides', 'ads', 'call']);
const cursor = z.nullable(z.string().check(z.describe('Where the next page begins; null on the last page')));

/** Text that still says something without control characters and white space around it. */
const words = (max: number) =>
  z.string().check(
    z.maxLength(max),
    z.overwrite((text) => cleanLines(text, max)),
    z.minLength(1),
  );
const line = (max: number) => words(max).check(z.overwrite((text) => clean(text, max)));

const permission = z.object({
  wording: words(2_000).check(z.describe('The words that were agreed to')),
  page: line(1_024).check(z.describe('The page where they stood')),
});

const reason = z.object({
  code: z.enum(['free-mail', 'business-mail', 'excluded-domain', 'employees', 'employees-unknown']),
  value: z.optional(z.string()),
  says: verdict,
});

const ledgerEntry = z.object({
  eventId: z.string(),
  rule: z.string(),
  points: z.number(),
  at: instant,
  waiting: z
    .optional(z.enum(DOUBTS))
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
  told: z.optional(z.enum(['reminder', 'manager'])).check(z.describe('How far sales was reminded to answer')),
  answer: z
    .optional(z.object({ by: z.string(), at: instant, reason: z.optional(z.enum(RETURN_REASONS)) }))
    .check(z.describe('The last word of sales about it')),
});

/** A lead as a list shows it. */
export const leadSummary = z.object({
  id: leadId,
  email: z.string(),
  profile: z.record(z.string(), z.string()).check(z.describe("Values by field of the playbook's fields")),
  consent: z.object({
    mail: z.enum(['none', 'pending', 'granted', 'withdrawn']),
    tracking: z.enum(['granted', 'denied']),
    proofs: z.array(z.extend(permission, { at: instant, form: z.string() })),
  }),
  stage,
  fit: z.object({ verdict, reasons: z.array(reason) }),
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

const limit = z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50);
const place = z
  .optional(z.string().check(z.maxLength(200)))
  .check(z.describe('The cursor of the page before'));

export const listQuery = z.object({
  stage: z.optional(stage),
  fit: z.optional(verdict),
  readiness: z.optional(readiness),
  cursor: place,
  limit,
});

export const leadList = z.object({
  leads: z.array(leadSummary).check(z.describe('Highest score first')),
  cursor,
});

export const lookup = z.object({ email: z.string().check(z.maxLength(1_000)) });

export const eventsQuery = z.object({ cursor: place, limit });

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
        ]),
        at: instant,
        receivedAt: instant,
      }),
    )
    .check(z.describe('Newest first')),
  cursor,
});

export const newLead = z.object({
  email: z.string().check(z.maxLength(1_000)),
  profile: z
    ._default(z.record(z.string(), z.union([z.string(), z.pipe(z.number(), z.transform(String))])), {})
    .check(z.describe('Values of fields of the playbook; others are ignored')),
  source: line(100).check(z.describe('Which system or list it comes from')),
  proofs: z
    ._default(
      z.object({
        permission: z
          .optional(z.extend(permission, { at: z.optional(instant) }))
          .check(z.describe('Permission to be mailed that it gave there')),
        interest: z.optional(line(500)).check(z.describe('What it asked for there')),
      }),
      {},
    )
    .check(z.describe('Without proofs an address is a name: it is never passed to sales')),
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
export type ListQuery = z.infer<typeof listQuery>;
export type NewLead = z.infer<typeof newLead>;
export type Receipt = z.infer<typeof receipt>;
