import * as z from 'zod';
import { isCurrency } from '../../currency.ts';
import { countries, postcodes } from '../../fit/fit-rules.ts';
import { languages } from '../../language.ts';
import { said } from '../../said.ts';

const personKey = z.string().regex(
  /^[a-z][a-z0-9-]{0,19}$/,
  said({
    nl: 'Gebruik hoogstens 20 kleine letters, cijfers en streepjes',
    en: 'Use at most 20 lower-case letters, digits and dashes',
  }),
);
const currencyCode = z
  .string()
  .refine(
    isCurrency,
    said({ nl: 'Geef een munt van ISO 4217, zoals EUR', en: 'Give a currency of ISO 4217, such as EUR' }),
  );
const people = z.array(z.string()).min(1);

const personSchema = z.strictObject({
  name: z.string().min(1).max(60),
  /** Notified besides the addresses of sales. */
  email: z.email(said({ nl: 'Dit is geen e-mailadres', en: 'This is not an e-mail address' })).optional(),
  /** The Slack member id to mention. */
  slack: z
    .string()
    .regex(
      /^[UW][A-Z0-9]{6,20}$/,
      said({
        nl: 'Kopieer de lid-id uit het profiel in Slack, zoals U024BE7LH',
        en: 'Copy the member id from the profile in Slack, such as U024BE7LH',
      }),
    )
    .optional(),
  /** The language of mails and pages that are for this person alone; by default that of the company. */
  language: z.enum(languages).optional(),
  /** First and last day. */
  away: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date() })).default([]),
});

/** All conditions must hold. */
const whenSchema = z
  .strictObject({
    postcode: postcodes.optional(),
    country: countries.optional(),
    employees: z.strictObject({ from: z.int().min(0).optional(), to: z.int().min(0).optional() }).optional(),
    /** Submitted forms. */
    form: z.array(z.string()).min(1).optional(),
    /** Paths of visited pages; a final `*` matches any ending. */
    page: z
      .array(
        z
          .string()
          .startsWith('/', said({ nl: 'Een pad begint met /', en: 'A path starts with /' }))
          .max(40),
      )
      .min(1)
      .optional(),
    /** Answers by field. */
    field: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  })
  .refine(
    (when) => Object.keys(when).length > 0,
    said({
      nl: 'Noem een postcode, country, employees, form, page of field',
      en: 'Name a postcode, country, employees, form, page or field',
    }),
  );

const routingSchema = z.strictObject({ when: whenSchema, to: people });

/** The sales team, and who gets which lead. */
export const salesSchema = z.strictObject({
  team: z.record(personKey, personSchema).default({}),
  /** The owner of an account, by its e-mail domain. */
  accounts: z.record(z.string(), z.string()).default({}),
  /** The first match counts. */
  routing: z.array(routingSchema).default([]),
  /** The currency of deals, as ISO 4217 names it, unless an answer says otherwise. */
  currency: currencyCode.default('EUR'),
});

export type SalesRules = z.infer<typeof salesSchema>;
export type SalesPerson = SalesRules['team'][string];
export type RoutingRule = SalesRules['routing'][number];
