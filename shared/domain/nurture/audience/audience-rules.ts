import * as z from 'zod';
import { bands, fitVerdicts, key } from '../setting-texts.ts';

const names = z.array(z.string().min(1).max(200)).min(1);

/** Who is with marketing, or was won or lost. Nobody who is with sales gets mail of marketing. */
export const READER_STAGES = ['name', 'lead', 'customer', 'lost'] as const;

/** Who gets an issue of the newsletter or a one-time mail, of those who gave permission for it: all conditions hold. */
export const audienceSchema = z.strictObject({
  bands: bands.optional(),
  fit: fitVerdicts.optional(),
  /** Left out: `name` and `lead`, so no customers. */
  stage: z.array(z.enum(READER_STAGES)).min(1).optional(),
  scoreFrom: z.int().min(0).optional(),
  scoreBelow: z.int().min(1).optional(),
  /** Also gave permission for one of these subjects. */
  subject: z.array(key).min(1).optional(),
  knows: names.optional(),
  doesNotKnow: names.optional(),
  /** Forms ever sent in, or never. */
  requested: names.optional(),
  notRequested: names.optional(),
  /** Pages visited while points count, or not visited. */
  visited: names.optional(),
  notVisited: names.optional(),
  /** The form and the campaign that they came with. */
  form: names.optional(),
  campaign: names.optional(),
});

export type Audience = z.infer<typeof audienceSchema>;
