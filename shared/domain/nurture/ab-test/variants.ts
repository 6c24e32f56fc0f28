import type { AbTest, Variant } from './ab-test-rules.ts';

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
