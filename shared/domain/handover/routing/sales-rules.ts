import * as z from 'zod';
import { countries, postcodes } from '../../fit/fit-rules.ts';

const personKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,19}$/, 'Use 20 small letters, digits and dashes at most');
const people = z.array(z.string()).min(1);

const personSchema = z.strictObject({
  name: z.string().min(1).max(60),
  /** Gets all that this person has to know, besides the addresses of sales. */
  email: z.email('This is no e-mail address').optional(),
  /** The id of a member of Slack, to be mentioned. */
  slack: z
    .string()
    .regex(/^[UW][A-Z0-9]{6,20}$/, 'Copy the member id from the profile in Slack, such as U024BE7LH')
    .optional(),
  /** First and last day. */
  away: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date() })).default([]),
});

/** All that is named has to hold. */
const whenSchema = z
  .strictObject({
    postcode: postcodes.optional(),
    country: countries.optional(),
    employees: z.strictObject({ from: z.int().min(0).optional(), to: z.int().min(0).optional() }).optional(),
    /** Forms that were sent in. */
    form: z.array(z.string()).min(1).optional(),
    /** Paths of pages that were visited; one that ends in `*` stands for all that start so. */
    page: z.array(z.string().startsWith('/', 'A path starts with /').max(40)).min(1).optional(),
    /** Answers to any field. */
    field: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  })
  .refine((when) => Object.keys(when).length > 0, 'Name a postcode, country, employees, form, page or field');

const routingSchema = z.strictObject({ when: whenSchema, to: people });

/** The people of sales, and who of them gets which lead. */
export const salesSchema = z.strictObject({
  team: z.record(personKey, personSchema).default({}),
  /** By the domain of their mail. */
  accounts: z.record(z.string(), z.string()).default({}),
  /** The first that fits counts. */
  routing: z.array(routingSchema).default([]),
});

export type SalesRules = z.infer<typeof salesSchema>;
export type SalesPerson = SalesRules['team'][string];
export type RoutingRule = SalesRules['routing'][number];
