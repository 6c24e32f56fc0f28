import * as z from 'zod';
import { localised } from '../forms/form.ts';

const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'A name has small letters, digits and dashes');
const span = z.string().regex(/^\d{1,3}[dhm]$/, 'A span is a number with d, h or m, such as 7d');

/** What must hold at the moment of sending; a step whose conditions do not hold is skipped. */
export const conditionsSchema = z.strictObject({
  scoreFrom: z.int().min(0).optional(),
  scoreBelow: z.int().min(1).optional(),
  bands: z
    .array(z.enum(['newsletter', 'guides', 'ads', 'call']))
    .min(1)
    .optional(),
  fit: z
    .array(z.enum(['good', 'bad', 'unknown']))
    .min(1)
    .optional(),
  knows: z.array(z.string()).min(1).optional(),
  doesNotKnow: z.array(z.string()).min(1).optional(),
  /** Paths of pages that were, or were not, visited since the start. */
  visited: z.array(z.string()).min(1).optional(),
  notVisited: z.array(z.string()).min(1).optional(),
  /** Forms that were, or were not, sent in since the start. */
  requested: z.array(z.string()).min(1).optional(),
  notRequested: z.array(z.string()).min(1).optional(),
});

export const stepSchema = z.strictObject({
  /** Names the step for good: a step that was sent under this name is never sent again. */
  id: key,
  mail: key,
  /** How long after the start. */
  after: span,
  /** A requested mail is what somebody asked for: at once, whatever the hours, and before any confirmation. */
  kind: z.enum(['marketing', 'requested']).default('marketing'),
  when: conditionsSchema.optional(),
  late: z.enum(['send', 'skip', 'shift']).optional(),
});

export const sequenceSchema = z.strictObject({
  title: localised,
  /** The subject a person can leave on the preferences page; absent for requested mails alone. */
  subject: key.optional(),
  start: z.union([
    z.strictObject({ form: z.string() }),
    z.strictObject({ visited: z.array(z.string()).min(1), withoutForm: z.string().optional() }),
    /** Sales gave the lead back for one of these reasons. */
    z.strictObject({ returned: z.array(z.enum(['not-ready', 'bad-fit', 'unreachable', 'other'])).min(1) }),
  ]),
  again: z.union([z.literal('never'), z.strictObject({ after: span })]).default('never'),
  paused: z.boolean().default(false),
  steps: z.array(stepSchema).min(1),
});

/** One issue of the newsletter: a mail to everybody in some bands on a day. */
export const issueSchema = z.strictObject({
  mail: key,
  on: z.iso.date(),
  bands: z.array(z.enum(['newsletter', 'guides', 'ads', 'call'])).min(1),
});

export type Conditions = z.infer<typeof conditionsSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Sequence = z.infer<typeof sequenceSchema>;
export type Issue = z.infer<typeof issueSchema>;
