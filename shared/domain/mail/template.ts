import * as z from 'zod';

/** What an inbox shows of a mail before it is opened. Both may hold variables. */
export const mailHeadSchema = z.strictObject({ subject: z.string().min(1), preheader: z.string().min(1) });

/** A mail in one language, compiled, in which only the variables are still to be filled in. */
export interface MailTemplate extends z.infer<typeof mailHeadSchema> {
  html: string;
  text: string;
}
