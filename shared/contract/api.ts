import * as z from 'zod';
import { RETURN_REASONS } from '../domain/lifecycle/action.ts';
import { STAGES } from '../domain/lifecycle/lead.ts';
import { DOUBTS } from '../domain/nurture/robots.ts';
import { clean, cleanLines } from '../domain/tracking/text.ts';

/** What the API takes and answers. The description at `/api/openapi.json` is made of these. */

const instant = z.iso.datetime().describe('A moment in UTC');
const leadId = z.string().describe('Names the lead; holds no personal data');
const stage = z.enum(STAGES);
const verdict = z.enum(['good', 'bad', 'unknown']);
const readiness = z.enum(['not-ready', 'ready', 'hand-raiser']);
const band = z.enum(['newsletter', 'guides', 'ads', 'call']);
const cursor = z.string().describe('Where the next page begins; null on the last page').nullable();

/** Text that still says something without control characters and white space around it. */
const words = (max: number) =>
  z
    .string()
    .max(max)
    .overwrite((text) => cleanLines(text, max))
    .min(1);
const line = (max: number) => words(max).overwrite((text) => clean(text, max));

const permission = z.object({
  wording: words(2_000).describe('The words that were agreed to'),
  page: line(1_024).describe('The page where they stood'),
});

const reason = z.object({
  code: z.enum(['free-mail', 'business-mail', 'excluded-domain', 'employees', 'employees-unknown']),
  value: z.string().optional(),
  says: verdict,
});

const ledgerEntry = z.object({
  eventId: z.string(),
  rule: z.string(),
  points: z.number(),
  at: instant,
  waiting: z
    .enum(DOUBTS)
    .optional()
    .describe('Why an open or click earns nothing until something human follows; absent for all that counts'),
});

const handover = z.object({
  number: z.int(),
  reason: z.enum(['threshold', 'hand-raiser', 'stalled']),
  status: z.enum(['open', 'accepted', 'returned']),
  openedAt: instant,
  score: z.number(),
  playbook: z.int(),
  to: z.string().optional().describe('Who of the team it went to'),
  told: z.enum(['reminder', 'manager']).optional().describe('How far sales was reminded to answer'),
  answer: z
    .object({ by: z.string(), at: instant, reason: z.enum(RETURN_REASONS).optional() })
    .optional()
    .describe('The last word of sales about it'),
});

/** A lead as a list shows it. */
export const leadSummary = z.object({
  id: leadId,
  email: z.string(),
  profile: z.record(z.string(), z.string()).describe("Values by field of the playbook's fields"),
  consent: z.object({
    mail: z.enum(['none', 'pending', 'granted', 'withdrawn']),
    tracking: z.enum(['granted', 'denied']),
    proofs: z.array(permission.extend({ at: instant, form: z.string() })),
  }),
  stage,
  fit: z.object({ verdict, reasons: z.array(reason) }),
  readiness,
  score: z.object({ total: z.number(), band }),
  handovers: z.array(handover),
  enrolments: z.array(
    z.object({
      sequence: z.string(),
      step: z.int().describe('How many of its steps are behind: sent, or skipped'),
      status: z.enum(['active', 'paused', 'done', 'ended']),
      nextAt: instant.nullable().describe('When it goes on; null when it does not'),
    }),
  ),
  playbook: z.int().describe('The version of the playbook by which this was decided'),
});

/** A lead with the explanation of its score. */
export const leadAnswer = leadSummary.extend({
  score: leadSummary.shape.score.extend({ ledger: z.array(ledgerEntry) }),
});

const limit = z.coerce.number().int().min(1).max(100).default(50);
const place = z.string().max(200).optional().describe('The cursor of the page before');

export const listQuery = z.object({
  stage: stage.optional(),
  fit: verdict.optional(),
  readiness: readiness.optional(),
  cursor: place,
  limit,
});

export const leadList = z.object({
  leads: z.array(leadSummary).describe('Highest score first'),
  cursor,
});

export const lookup = z.object({ email: z.string().max(1_000) });

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
    .describe('Newest first'),
  cursor,
});

export const newLead = z.object({
  email: z.string().max(1_000),
  profile: z
    .record(z.string(), z.union([z.string(), z.number().transform(String)]))
    .default({})
    .describe('Values of fields of the playbook; others are ignored'),
  source: line(100).describe('Which system or list it comes from'),
  proofs: z
    .object({
      permission: permission
        .extend({ at: instant.optional() })
        .optional()
        .describe('Permission to be mailed that it gave there'),
      interest: line(500).optional().describe('What it asked for there'),
    })
    .default({})
    .describe('Without proofs an address is a name: it is never passed to sales'),
});

export const accepted = z.object({ id: leadId });

export const receipt = z.object({
  id: leadId,
  erasedAt: instant,
  removed: z
    .object({
      events: z.int().describe('What it did, filled in or asked'),
      visitors: z.int().describe('Browsers that were linked to it'),
      others: z.int().describe('Profile, tallies, notices and links'),
    })
    .describe('What this request removed; zero when an earlier one did'),
});

/** RFC 9457. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.record(z.string(), z.string()).optional().describe('What is wrong, by field'),
});

export type LeadSummary = z.infer<typeof leadSummary>;
export type LeadAnswer = z.infer<typeof leadAnswer>;
export type ListQuery = z.infer<typeof listQuery>;
export type NewLead = z.infer<typeof newLead>;
export type Receipt = z.infer<typeof receipt>;
