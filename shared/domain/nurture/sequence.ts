import * as z from 'zod';
import { localised } from '../forms/form.ts';
import { abTestSchema } from './ab-test/ab-test-rules.ts';
import { audienceSchema } from './audience/audience-rules.ts';
import { eventStepSchema } from './event/event-rules.ts';
import { startSchema } from './sequence-start.ts';
import { bands, clockTime, duration, fitVerdicts, key } from './setting-texts.ts';

/** Checked when the mail is due; a step whose conditions are not met is skipped. */
const conditionsSchema = z.strictObject({
  scoreFrom: z.int().min(0).optional(),
  scoreBelow: z.int().min(1).optional(),
  bands: bands.optional(),
  fit: fitVerdicts.optional(),
  knows: z.array(z.string()).min(1).optional(),
  doesNotKnow: z.array(z.string()).min(1).optional(),
  /** Paths of pages visited, or not visited, since the start. */
  visited: z.array(z.string()).min(1).optional(),
  notVisited: z.array(z.string()).min(1).optional(),
  /** Forms sent in, or not sent in, since the start. */
  requested: z.array(z.string()).min(1).optional(),
  notRequested: z.array(z.string()).min(1).optional(),
  /** Whether the person registered for the event of the sequence, and came. */
  registered: z.boolean().optional(),
  attended: z.boolean().optional(),
});

const stepSchema = z.strictObject({
  /** Permanent: a step that was sent under this id is never sent again. */
  id: key,
  mail: key,
  /** Delay after the start; needed unless it depends on the event. */
  after: duration.optional(),
  /** When it is sent, counted from the event of the sequence. */
  event: eventStepSchema.optional(),
  /** The mail has the event as a file for calendars. */
  calendar: z.boolean().optional(),
  /** A requested mail is sent at once, at any hour, before any confirmation. */
  kind: z.enum(['marketing', 'requested']).default('marketing'),
  when: conditionsSchema.optional(),
  late: z.enum(['send', 'skip', 'shift']).optional(),
  /** Compares its mail with variants of it. */
  test: abTestSchema.optional(),
});

export const sequenceSchema = z.strictObject({
  title: localised,
  /** The subject a person can unsubscribe from on the preferences page; optional if all mails are requested. */
  subject: key.optional(),
  start: startSchema,
  /** The event in events.yaml that its mails are about. */
  event: z.string().optional(),
  again: z.union([z.literal('never'), z.strictObject({ after: duration })]).default('never'),
  paused: z.boolean().default(false),
  steps: z.array(stepSchema).min(1),
});

/** One issue of the newsletter, or a mail that is sent once: on one day, to everybody in its audience. */
export const issueSchema = z.strictObject({
  mail: key,
  on: z.iso.date(),
  /** In the time zone of each person; left out: the first sending hour. */
  at: clockTime.optional(),
  /** The subject of a mail that is sent once, and is no issue of the newsletter. */
  subject: key.optional(),
  bands: bands.optional(),
  audience: audienceSchema.optional(),
  /** Compares its mail with variants of it: the rest gets what was decided. */
  test: abTestSchema.optional(),
});

export type Conditions = z.infer<typeof conditionsSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Sequence = z.infer<typeof sequenceSchema>;
export type Issue = z.infer<typeof issueSchema>;
