import * as z from 'zod';

/** The ideal customer profile. */
export const fitSchema = z.strictObject({
  employees: z.strictObject({
    /** Fewer than this is a bad fit. */
    badBelow: z.int().min(0),
    goodFrom: z.int().min(1),
    goodTo: z.int().min(1),
  }),
  freeMail: z.enum(['bad', 'unknown']),
  /** Own staff, competitors: their domains are a bad fit. */
  excludedDomains: z.array(z.string()).default([]),
});

export type FitRules = z.infer<typeof fitSchema>;
