import * as z from 'zod';
import { localised } from '../../forms/form.ts';
import { said } from '../../said.ts';
import { duration } from '../setting-texts.ts';

const localTime = z.string().regex(
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d$/,
  said({
    nl: 'Een moment is een dag en een tijd, zoals 2027-02-09 15:00',
    en: 'A moment is a day and a time, such as 2027-02-09 15:00',
  }),
);

/** A webinar or seminar: when and where it is, and the form with which people register. */
export const eventSchema = z.strictObject({
  title: localised,
  start: localTime,
  end: localTime,
  /** Left out: that of mailing.yaml. */
  timeZone: z.string().optional(),
  place: localised.optional(),
  link: z
    .string()
    .regex(
      /^https:\/\/[^\s"<>]+$/,
      said({ nl: 'Een link begint met https://', en: 'A link begins with https://' }),
    )
    .max(500)
    .optional(),
  form: z.string(),
  /** The event of the website or product that says that somebody came: the one with this value of the property. */
  attended: z
    .strictObject({ event: z.string().min(1), property: z.string().min(1), is: z.string().min(1) })
    .optional(),
  /** When it was moved: who registered before gets the mail about that. */
  moved: localTime.optional(),
  cancelled: z.boolean().default(false),
});

export type EventRules = z.infer<typeof eventSchema>;
export type Events = Readonly<Record<string, EventRules>>;

/** When a step of a sequence is sent, counted from its event: before it begins, after its end, or when it changes. */
export const eventStepSchema = z.union([
  z.strictObject({ before: duration }),
  z.strictObject({ after: duration }),
  z.enum(['moved', 'cancelled']),
]);

export type EventStep = z.infer<typeof eventStepSchema>;
