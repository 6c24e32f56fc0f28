import * as z from 'zod';
import { localised } from '../forms/form.ts';
import { said } from '../said.ts';
import { clockTime } from './setting-texts.ts';

const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
/** So many mails at once, and so many a day after that. */
const budget = z.strictObject({ atOnce: z.int().min(1), perDay: z.int().min(1) });

/** How the company sends mail. */
export const mailingRulesSchema = z.strictObject({
  /** Permission counts only after the owner of the address has confirmed it. */
  doubleOptIn: z.boolean(),
  timeZone: z.string(),
  hours: z.strictObject({ from: clockTime, to: clockTime, days: z.array(weekday).min(1) }),
  /** The frequency cap: at most this many marketing mails to one person in this many days. */
  cap: z.strictObject({ mails: z.int().min(1), days: z.int().min(1) }),
  /** What to do with a mail that is more than a day late. */
  late: z.enum(['send', 'skip', 'shift']),
  subjects: z.record(z.string(), localised),
  /** Whose name an inbox shows. Absent: the company's. */
  sender: z
    .strictObject({
      name: z
        .string()
        .min(1)
        .regex(
          /^[^{}\r\n]+$/,
          said({ nl: 'Schrijf het op één regel, zonder { of }', en: 'Write it on one line, without { or }' }),
        ),
    })
    .optional(),
  /** Marketing mail pauses above these rates, once `minimum` mails were sent. */
  brake: z.strictObject({
    bounces: z.number().min(0).max(1),
    complaints: z.number().min(0).max(1),
    minimum: z.int().min(1),
  }),
  /** What people who have not confirmed their address may ask for; `request-limits.ts` has the defaults. */
  requested: z
    .strictObject({
      /** Mails to one mailbox, whoever asks for them. */
      mailbox: budget,
      /** From one network, such as an office. */
      network: budget,
      /** To all of them together: a share of the mails that the account may send in a day. */
      share: z.number().min(0.01).max(1),
      /** Once a share of at least `minimum` mails came back, only `perHour` are sent. */
      brake: z.strictObject({
        bounces: z.number().min(0).max(1),
        minimum: z.int().min(1),
        perHour: z.int().min(1),
      }),
    })
    .optional(),
});

export type MailingRules = z.infer<typeof mailingRulesSchema>;
