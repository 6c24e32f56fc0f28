import * as z from 'zod';
import { localised } from '../../forms/form.ts';
import { duration, key } from '../setting-texts.ts';
import { MEASURES } from './measures.ts';

/** Another subject in each language, or another mail. */
const variantSchema = z.union([
  z.strictObject({ name: key, subject: localised }),
  z.strictObject({ name: key, mail: key }),
]);

/** A test of a mail against variants of it. */
export const abTestSchema = z.strictObject({
  /** Permanent: it decides who gets which variant, and the decision is stored under it. */
  name: key,
  /** Besides the mail as it is, which is called `first`. */
  variants: z.array(variantSchema).min(1).max(4),
  /** The share of the recipients who take part. */
  share: z.number().min(0.01).max(1).default(1),
  measure: z.enum(MEASURES),
  /** How long after the mail a hand-over counts. */
  within: duration.optional(),
  /** Long after the first mail, at the start of a day, or once so many got a variant. */
  decide: z.union([
    z.strictObject({ after: duration }),
    z.strictObject({ on: z.iso.date() }),
    z.strictObject({ recipients: z.int().min(40) }),
  ]),
  /** How certain it has to be that a variant is better. */
  certainty: z.number().min(0.8).max(0.999).default(0.95),
});

export type AbTest = z.infer<typeof abTestSchema>;
export type Variant = z.infer<typeof variantSchema>;
