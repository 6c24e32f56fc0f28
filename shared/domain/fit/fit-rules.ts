import * as z from 'zod';
import { said } from '../said.ts';

const words = z.array(z.string().min(1).max(60)).min(1);
const required = z.boolean().optional();

/** Domains as they stand after the `@`; one that ends in `.*` matches every domain that starts with it. */
const domains = z.array(z.string());

export const postcodes = z
  .array(
    z.string().regex(
      /^\d{2,6}-\d{2,6}$/,
      said({
        nl: 'Postcodes zijn een reeks van hun cijfers, zoals 1000-1999',
        en: 'Postcodes are a range of their digits, such as 1000-1999',
      }),
    ),
  )
  .min(1);
export const countries = z
  .array(
    z
      .string()
      .regex(
        /^[A-Z]{2}$/,
        said({ nl: 'Een land is twee hoofdletters, zoals NL', en: 'A country is two capitals, such as NL' }),
      ),
  )
  .min(1);

/** A test of an answer: one of these, none of these, or a number in a range with both ends included. */
const testSchema = z.union([
  z.strictObject({ oneOf: words }),
  z.strictObject({ noneOf: words }),
  z.strictObject({ from: z.int().min(0).optional(), to: z.int().min(0).optional() }),
]);

const criterionSchema = z.strictObject({
  /** A field of the playbook's forms. */
  field: z.string(),
  good: testSchema.optional(),
  bad: testSchema.optional(),
  required,
});

/**
 * The ideal customer profile. A good fit needs a good sign on every required criterion; the other criteria can only
 * make the fit bad or add a reason.
 */
export const fitSchema = z.strictObject({
  employees: z.strictObject({
    /** Fewer than this is a bad fit. */
    badBelow: z.int().min(0),
    goodFrom: z.int().min(1),
    goodTo: z.int().min(1),
    /** True when left out. */
    required,
  }),
  freeMail: z.enum(['bad', 'unknown']),
  /** Domains of own staff and competitors: a bad fit. */
  excludedDomains: domains.default([]),
  /** Domains of students' addresses: a bad fit. */
  studentDomains: domains.optional(),
  jobTitles: z
    .strictObject({
      good: words.optional(),
      bad: words.optional(),
      /** Words that show that a title with a bad word in it is about something else. */
      unless: words.optional(),
      required,
    })
    .optional(),
  postcodes: z.strictObject({ good: postcodes.optional(), bad: postcodes.optional(), required }).optional(),
  countries: z.strictObject({ good: countries.optional(), bad: countries.optional(), required }).optional(),
  sectors: z.strictObject({ good: words.optional(), bad: words.optional(), required }).optional(),
  criteria: z.array(criterionSchema).optional(),
});

export type FitRules = z.infer<typeof fitSchema>;
export type FitTest = z.infer<typeof testSchema>;
