import * as z from 'zod';
import { key } from './setting-texts.ts';

const value = z.union([z.string().min(1).max(200), z.number(), z.boolean()]);

/** What starts a sequence. */
export const startSchema = z.union([
  z.strictObject({ form: z.string() }),
  z.strictObject({ visited: z.array(z.string()).min(1), withoutForm: z.string().optional() }),
  /** Another system passed on a permission and asks to let the person confirm it. */
  z.strictObject({ imported: z.literal('confirm') }),
  /** Sales returned the lead for one of these reasons. */
  z.strictObject({ returned: z.array(z.enum(['not-ready', 'bad-fit', 'unreachable', 'other'])).min(1) }),
  /** An event of the website or product; `with`: only one with these properties, each one of these values. */
  z.strictObject({
    event: z.string().min(1).max(100),
    with: z.record(z.string().min(1).max(100), z.union([value, z.array(value).min(1)])).optional(),
  }),
  /** The score rose into this band, or beyond it. */
  z.strictObject({ band: z.enum(['guides', 'ads', 'call']) }),
  /** A person clicked on a link to one of these pages; `in`: only in these mails. */
  z.strictObject({
    clicked: z.strictObject({ to: z.array(z.string()).min(1), in: z.array(key).min(1).optional() }),
  }),
  /** An answer in a form: one of these, or a number in a range with both ends included. */
  z.strictObject({
    answered: z.strictObject({
      field: z.string(),
      form: z.string().optional(),
      oneOf: z.array(z.string().min(1).max(200)).min(1).optional(),
      from: z.int().min(0).optional(),
      to: z.int().min(0).optional(),
    }),
  }),
]);

export type SequenceStartRule = z.infer<typeof startSchema>;
type Of<Name extends string> = Extract<SequenceStartRule, Record<Name, unknown>>;
export type EventStart = Of<'event'>;
export type ClickedStart = Of<'clicked'>['clicked'];
export type AnsweredStart = Of<'answered'>['answered'];
