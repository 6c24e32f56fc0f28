import * as z from 'zod';
import { said } from '../said.ts';
import { LEAST_STAY, MOST_STAY } from '../tracking/stay.ts';

const notNothing = said({
  nl: 'Punten liggen boven 0, of onder 0 om punten af te trekken',
  en: 'Points are above 0, or below 0 to take points off',
});
const points = z
  .int()
  .min(-100)
  .max(100)
  .refine((given) => given !== 0, notNothing);
const pointsOff = z.int().min(-100).max(-1);
const pathPattern = z.string().regex(
  /^\/[^*\s]*\*?$/,
  said({
    nl: 'Een pad begint met / en mag eindigen op *, zoals /guides/*',
    en: 'A path starts with / and may end in *, such as /guides/*',
  }),
);

const name = z.string().min(1).max(40);
const scoreKey = z.string().regex(
  /^[a-z][a-z0-9-]{0,19}$/,
  said({
    nl: 'Gebruik hoogstens 20 kleine letters, cijfers en streepjes',
    en: 'Use at most 20 lower-case letters, digits and dashes',
  }),
);
/** The other scores that it counts for, besides the total. */
const counted = { for: z.array(z.string()).min(1).optional() };

/** A score of one subject or product, beside the total. */
const scoreSchema = z.strictObject({
  name,
  /** From how many of its points a lead is handed over. */
  threshold: z.int().min(1).max(1000),
  /** Who of sales gets these leads; when left out, as sales.yaml says. */
  to: z.array(z.string()).min(1).optional(),
});

const base = {
  ...{ name, points, ...counted },
  /** Counts only from this many times in the window. */
  atLeast: z.int().min(2).max(50).optional(),
  /** Counts each day on which it happened, only from this many different days in the window. */
  onDays: z.int().min(2).max(50).optional(),
};

/**
 * One rule of the points system. An event counts for the first rule that matches it, and besides for each special rule
 * that matches it: see `isSpecial`.
 */
const ruleSchema = z.discriminatedUnion('on', [
  z.strictObject({
    ...base,
    on: z.literal('page'),
    paths: z.array(pathPattern).min(1).optional(),
    /** Somebody had the page before their eyes for so long. */
    seconds: z.int().min(LEAST_STAY).max(MOST_STAY).optional(),
  }),
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
  /** The person withdrew the permission to be mailed. */
  z.strictObject({ name, ...counted, on: z.literal('unsubscribe'), points: pointsOff }),
  /** As long as it holds, whatever the window. */
  z.strictObject({
    name,
    ...counted,
    on: z.literal('fit'),
    points: pointsOff,
    is: z.enum(['bad', 'unknown', 'good']),
    /** The settings of the ideal customer one of which says so; when left out, the fit as a whole. */
    because: z.array(z.string()).min(1).optional(),
  }),
]);

/** Addresses that show one page. Left out: the usual ones. */
const samePageSchema = z.strictObject({
  languages: z.array(
    z.string().regex(
      /^[a-z]{2,3}$/,
      said({
        nl: 'Een taal heeft twee of drie letters, zoals nl',
        en: 'A language has two or three letters, such as nl',
      }),
    ),
  ),
  indexFiles: z.array(
    z.string().regex(
      /^[a-z0-9_-]+$/,
      said({
        nl: 'Schrijf de naam in kleine letters zonder wat achter de punt staat, zoals index',
        en: 'Write the name in lower case without its ending, such as index',
      }),
    ),
  ),
  endings: z.array(
    z.string().regex(
      /^[a-z0-9]+$/,
      said({
        nl: 'Schrijf wat achter de punt staat in kleine letters, zonder de punt, zoals html',
        en: 'Write an ending in lower case without its dot, such as html',
      }),
    ),
  ),
  ignoreCase: z.boolean(),
});

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
  samePage: samePageSchema.optional(),
  scores: z.record(scoreKey, scoreSchema).optional(),
  rules: z.array(ruleSchema).min(1),
});

export type Rule = z.infer<typeof ruleSchema>;
export type Scoring = z.infer<typeof scoringSchema>;

export type Band = keyof Scoring['bands'];
