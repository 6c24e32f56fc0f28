import * as z from 'zod';

const points = z.int().min(1).max(100);
const pathPattern = z
  .string()
  .regex(/^\/[^*\s]*\*?$/, 'A path starts with / and may end in *, such as /guides/*');

const base = { name: z.string().min(1).max(40), points };

/** One rule of the points system. The first rule that matches an event counts. */
const ruleSchema = z.discriminatedUnion('on', [
  z.strictObject({ ...base, on: z.literal('page'), paths: z.array(pathPattern).min(1).optional() }),
  z.strictObject({ ...base, on: z.literal('form'), forms: z.array(z.string()).min(1).optional() }),
  z.strictObject({ ...base, on: z.literal('open') }),
  z.strictObject({ ...base, on: z.literal('click') }),
  z.strictObject({
    ...base,
    on: z.literal('track'),
    event: z.string().min(1),
    /** Counts once for each different value of this property. */
    oncePer: z.string().min(1).optional(),
  }),
]);

/** The points system: what earns how much, for how many days, and where the bands begin. */
export const scoringSchema = z.strictObject({
  windowDays: z.int().min(1).max(365),
  cap: z.int().min(1).max(1000),
  bands: z.strictObject({
    newsletter: z.literal(0),
    guides: z.int().min(1),
    ads: z.int().min(1),
    call: z.int().min(1),
  }),
  rules: z.array(ruleSchema).min(1),
});

export type Rule = z.infer<typeof ruleSchema>;
export type Scoring = z.infer<typeof scoringSchema>;
export type Band = keyof Scoring['bands'];
