import * as z from 'zod';

/** What an inbox shows of a mail before it is opened. Both may hold variables. */
export const mailHeadSchema = z.strictObject({ subject: z.string().min(1), preheader: z.string().min(1) });

/** What a marketer says about a mail above its text; `reason` tells people why they get it. */
export const mailFrontSchema = z.strictObject({
  ...mailHeadSchema.shape,
  reason: z.string().min(1),
});

export type MailFront = z.infer<typeof mailFrontSchema>;

/** A mail in one language, compiled, in which only the variables are still to be filled in. */
export interface MailTemplate extends z.infer<typeof mailHeadSchema> {
  html: string;
  text: string;
}
