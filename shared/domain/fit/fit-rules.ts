import * as z from 'zod';

const words = z.array(z.string().min(1).max(60)).min(1);
const required = z.boolean().optional();

/** Company domains as they stand behind the `@`; one that ends in `.*` stands for all that begin so. */
const domains = z.array(z.string());

export const postcodes = z
  .array(z.string().regex(/^\d{2,6}-\d{2,6}$/, 'Postcodes are a range of their digits, such as 1000-1999'))
  .min(1);
export const countries = z
  .array(z.string().regex(/^[A-Z]{2}$/, 'A country is two capitals, such as NL'))
  .min(1);

/** What an answer has to be: one of some, none of some, or a number in a range, both ends included. */
const testSchema = z.union([
  z.strictObject({ oneOf: words }),
  z.strictObject({ noneOf: words }),
  z.strictObject({ from: z.int().min(0).optional(), to: z.int().min(0).optional() }),
]);

const criterionSchema = z.strictObject({
  /** One of the questions of forms. */
  field: z.string(),
  good: testSchema.optional(),
  bad: testSchema.optional(),
  required,
});

/**
 * The ideal customer profile. Of a criterion that is required a good sign is needed for a good fit; the others can
 * only make it bad, or tell more.
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
  /** Own staff, competitors: their domains are a bad fit. */
  excludedDomains: domains.default([]),
  /** Where students have their addresses. */
  studentDomains: domains.optional(),
  jobTitles: z.strictObject({ good: words.optional(), bad: words.optional(), required }).optional(),
  postcodes: z.strictObject({ good: postcodes.optional(), bad: postcodes.optional(), required }).optional(),
  countries: z.strictObject({ good: countries.optional(), bad: countries.optional(), required }).optional(),
  sectors: z.strictObject({ good: words.optional(), bad: words.optional(), required }).optional(),
  criteria: z.array(criterionSchema).optional(),
});

export type FitRules = z.infer<typeof fitSchema>;
export type FitTest = z.infer<typeof testSchema>;
