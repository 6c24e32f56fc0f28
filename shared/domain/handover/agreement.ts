import * as z from 'zod';
import { said } from '../said.ts';

const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
const clockTime = z
  .string()
  .regex(
    /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/,
    said({ nl: 'Een tijdstip is HH:MM, hoogstens 24:00', en: 'A time of day is HH:MM, at most 24:00' }),
  );
const resume = z.boolean().default(false);
/** New points before the next hand-over; `resume`: continue the sequences it was in. */
const returnRules = z.strictObject({ newPoints: z.int().min(1).default(10), resume }).prefault({});

/** Which stalled leads sales is offered, when, and how many. */
const stalled = z.strictObject({
  bands: z
    .array(z.enum(['guides', 'ads']))
    .min(1)
    .default(['guides', 'ads']),
  afterDays: z.int().min(1).default(30),
  /** Days after a return before a lead is offered. */
  afterReturnDays: z.int().min(1).default(90),
  /** The most offers in a week; 0 for none. */
  aWeek: z.int().min(0).max(50).default(5),
  day: weekday.default('mon'),
  at: clockTime.default('08:00'),
  /** Outcomes needed to rank by the chance to become a customer. */
  enoughOutcomes: z.int().min(10).default(30),
});

/** The agreement between marketing and sales. */
export const agreementSchema = z.strictObject({
  acceptWithinHours: z.int().min(1),
  managerAfterHours: z.int().min(1),
  timeZone: z.string().default('Europe/Amsterdam'),
  workingHours: z
    .strictObject({ days: z.array(weekday).min(1), from: clockTime, to: clockTime })
    .prefault({ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '00:00', to: '24:00' }),
  /** When sales is reminded: what falls outside these times waits for the next of them on a working day. */
  officeHours: z.strictObject({ from: clockTime, to: clockTime }).prefault({ from: '09:00', to: '17:00' }),
  holidays: z.array(z.iso.date()).default([]),
  /** Days that the hand-over page stays open. */
  linkDays: z.int().min(1).default(90),
  /** Days before a lost lead goes back to marketing. */
  lostBackAfterDays: z.int().min(1).default(180),
  returns: z
    .strictObject({
      'not-ready': returnRules,
      unreachable: returnRules,
      other: returnRules,
      'bad-fit': z.strictObject({ resume }).prefault({}),
    })
    .prefault({}),
  stalled: stalled.prefault({}),
});

export type Agreement = z.infer<typeof agreementSchema>;
