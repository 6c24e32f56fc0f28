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

/** The name of the mail as it is, without a test. */
export const FIRST = 'first';

/** The variant that a mail was, and whether it counts for the decision; if not, it was sent after it or beside the test. */
export interface MailVariant {
  test: string;
  variant: string;
  counts: boolean;
}

/** The names of all variants of a test, the mail as it is first. */
export function variantNames({ variants }: Pick<AbTest, 'variants'>): string[] {
  return [FIRST, ...variants.map(({ name }) => name)];
}

/** The mail of a variant, and its subject if it has another; the mail as it is for `first` and for one that is gone. */
export function contentOf(
  { variants }: Pick<AbTest, 'variants'>,
  name: string,
  mail: string,
): { mail: string; subject?: Extract<Variant, { subject: unknown }>['subject'] } {
  const variant = variants.find((one) => one.name === name);
  if (variant === undefined) return { mail };
  return 'mail' in variant ? { mail: variant.mail } : { mail, subject: variant.subject };
}

/** The mails that a step or an issue may send: its own, and those of its test. */
export function mailsIn({ mail, test }: { mail: string; test?: AbTest | undefined }): string[] {
  return [mail, ...(test?.variants ?? []).flatMap((variant) => ('mail' in variant ? variant.mail : []))];
}
