import * as z from 'zod';

/** What an inbox shows of a mail before it is opened. Both may contain variables. */
export const mailHeadSchema = z.strictObject({ subject: z.string().min(1), preheader: z.string().min(1) });

/** The front matter of a mail; `reason` tells people why they get it. */
export const mailFrontSchema = z.strictObject({
  ...mailHeadSchema.shape,
  reason: z.string().min(1),
});

export type MailFront = z.infer<typeof mailFrontSchema>;

/** A compiled mail in one language; only its variables are still to be filled in. */
export interface MailTemplate extends z.infer<typeof mailHeadSchema> {
  html: string;
  text: string;
}
