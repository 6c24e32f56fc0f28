import * as z from 'zod/mini';
import { RETURN_REASONS } from '../domain/handover/handover.ts';
import { STAGES } from '../domain/identity/lead.ts';
import { languages } from '../domain/language.ts';
import { MEASURES } from '../domain/nurture/ab-test/measures.ts';
import { END_REASONS } from '../domain/nurture/enrolment/enrolment.ts';
import { TEST_STATES } from '../domain/reports/ab-test-rows.ts';
import { CONVERSIONS, FUNNEL_BY } from '../domain/reports/funnel.ts';
import { STEPS } from '../domain/reports/steps.ts';
import { readiness, verdict } from './api-requests.ts';

/** The responses of the reports: types, and schemas for `/api/openapi.json`. */

const count = z.int();
const share = z.nullable(z.number()).check(z.describe('From 0 to 1; null when the whole is zero'));
const day = z.iso.date();

export const frameworkReport = z.object({
  at: z.iso.datetime(),
  cells: z
    .array(
      z.object({
        fit: verdict,
        readiness,
        leads: count.check(z.describe('Leads in this cell now')),
        stages: z.record(z.enum(STAGES), count).check(z.describe('Leads by stage')),
      }),
    )
    .check(z.describe('The nine cells of fit × readiness')),
});

const hours = z.nullable(z.number());

const returned = z.object({ total: count, ...each(RETURN_REASONS, count) });

const funnel = z.object({
  leads: count.check(z.describe('Names that became a lead')),
  entered: z
    .object({ total: count, threshold: count, 'hand-raiser': count, stalled: count })
    .check(z.describe('Hand-overs to sales, by reason')),
  held: count.check(z.describe('Crossed the threshold with a bad fit, so not handed over')),
  accepted: count,
  returned,
  qualified: count,
  opportunities: count,
  won: z.object({
    total: count,
    value: z.number().check(z.describe('In the currency of the playbook, by default euros')),
    otherCurrencies: z
      .optional(z.record(z.string(), z.number()))
      .check(z.describe('The value of deals in other currencies, by code')),
  }),
  lost: count,
  conversions: z
    .object(each(CONVERSIONS, share))
    .check(z.describe('Each count divided by the one before it, both in this period; may exceed 1')),
  mqlToSql: z
    .object({ became: count, didNot: count, share })
    .check(z.describe('Hand-overs that sales decided on: qualified, or returned or lost before that')),
  agreement: z
    .object({ kept: count, late: count, share })
    .check(z.describe('Hand-overs answered within the agreed time, and late ones')),
  times: z
    .object(each(STEPS, z.object({ count, mean: hours, median: hours })))
    .check(z.describe('Duration of each step in hours; the median is an estimate')),
});

export const funnelReport = z.object({
  from: day,
  to: day,
  by: z.enum(FUNNEL_BY),
  total: funnel.check(
    z.describe(
      'What happened in the period. A correction counts on the day on which it is made; what it takes off of an earlier period brings nothing below zero, so rows may add up to more than the total',
    ),
  ),
  rows: z.array(
    z.extend(funnel, {
      of: z
        .nullable(z.string())
        .check(
          z.describe(
            'Monday of the week, form, campaign or version of the playbook; null without a form or campaign',
          ),
        ),
    }),
  ),
});

export const returnsReport = z.object({
  from: day,
  to: day,
  handedOver: count,
  returned: count,
  reasons: z.array(z.object({ reason: z.enum(RETURN_REASONS), returned: count, share })),
  criteria: z
    .array(
      z.object({
        criterion: z.string(),
        told: count.check(z.describe('Bad fits for which sales named it')),
        caught: count.check(z.describe('Bad fits that it would have caught, had its value been known')),
      }),
    )
    .check(z.describe('Criteria of the ideal customer, most frequent first')),
  playbooks: z
    .array(z.object({ playbook: count, handedOver: count, returned }))
    .check(z.describe('By the version of the playbook at the hand-over, newest first')),
});

const byWhom = z.object({ people: count, machines: count });

const mailCounts = {
  sent: count.check(
    z.describe('Mails of which the mail service said what became of them, which it says of each'),
  ),
  delivered: count,
  bounced: z.object({
    hard: count.check(z.describe('Refused for good')),
    soft: count.check(z.describe('Refused for now')),
  }),
  refused: count.check(z.describe('Never left, or refused for its content')),
  complained: count,
  opened: byWhom.check(
    z.describe('Mails that a person opened, and mails that a machine opened; a mail may be among both'),
  ),
  clicked: byWhom.check(z.describe('Mails with a click on any link, by a person and by a machine')),
  unsubscribed: count.check(z.describe('People who unsubscribed by this mail')),
  raisedHand: count.check(
    z.describe('People who asked for a call within a week after a click; their last click counts'),
  ),
};

const instant = z.iso.datetime();
const localised = z.record(z.enum(languages), z.string());
const probability = z.number();

const abTest = z.object({
  test: z.string(),
  sequence: z.string().check(z.describe('Of an issue of the newsletter: `newsletter:` and its mail')),
  step: z.string(),
  mail: z.string(),
  measure: z.enum(MEASURES),
  certainty: probability.check(z.describe('How certain it has to be that a variant is better')),
  state: z
    .enum(TEST_STATES)
    .check(z.describe('`ended`: the playbook has it no longer, and nothing was decided')),
  begunAt: instant,
  until: z.nullable(instant).check(z.describe('When it is decided, or looked at next; null afterwards')),
  decidedAt: z.nullable(instant),
  chosen: z.nullable(z.string()).check(z.describe('The variant that goes on; null before the decision')),
  isSeen: z
    .boolean()
    .check(
      z.describe('Whether a difference was seen. If not, the numbers may be chance, and the first goes on'),
    ),
  needed: count.check(
    z.describe('How many have to get each variant, so that a usual difference is seen eight times in ten'),
  ),
  variants: z
    .array(
      z.object({
        variant: z.string().check(z.describe('`first`: the mail without the test')),
        mail: z.string(),
        subject: z.nullable(localised).check(z.describe('Null when it is that of its mail')),
        recipients: count.check(z.describe('Mails of it that were delivered')),
        reached: count.check(z.describe('Of them those whose reader did what is measured; never machines')),
        low: probability.check(z.describe('With `high` the bounds of the share, with 95 % certainty')),
        high: probability,
        best: probability.check(z.describe('The probability that its share is the highest')),
      }),
    )
    .check(z.describe('As they were counted for the decision; until then as they are now')),
});

const left = z
  .partialRecord(z.enum(END_REASONS), count)
  .check(z.describe('Who left, by reason: counted when the next mail would have been sent'));

export const mailsReport = z.object({
  from: day,
  to: day,
  mails: z
    .array(
      z.object({
        sequence: z.string().check(z.describe('Of an issue of the newsletter: `newsletter:` and its mail')),
        step: z.string(),
        language: z.nullable(z.string()),
        mail: z
          .nullable(z.string())
          .check(z.describe('Its file in the playbook; null when the playbook has it no longer')),
        ...mailCounts,
        links: z
          .array(z.object({ target: z.string(), clicked: byWhom }))
          .check(z.describe('By the page that they lead to, most clicked by people first')),
      }),
    )
    .check(z.describe('Each mail in each language, in the order of the playbook; counted when it happened')),
  sequences: z.array(
    z.object({
      sequence: z.string(),
      began: count,
      finished: count,
      waiting: count.check(z.describe('Under way now, whenever they began')),
      left,
      leftBefore: left.check(z.describe('Those who left before the first mail')),
      steps: z.array(
        z.object({
          step: z.string(),
          mail: z.nullable(z.string()),
          ...mailCounts,
          left: left.check(z.describe('Those who left after this mail, before the next one')),
        }),
      ),
    }),
  ),
  tests: z
    .array(abTest)
    .check(z.describe('Tests of variants of a mail that went on in the period, newest first')),
});

export type FrameworkReport = z.infer<typeof frameworkReport>;
export type FunnelReport = z.infer<typeof funnelReport>;
export type ReturnsReport = z.infer<typeof returnsReport>;
export type MailsReport = z.infer<typeof mailsReport>;

function each<K extends string, S extends z.ZodMiniType>(keys: readonly K[], schema: S): Record<K, S> {
  return Object.fromEntries(keys.map((key) => [key, schema])) as Record<K, S>;
}
