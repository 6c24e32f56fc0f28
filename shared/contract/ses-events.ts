import * as z from 'zod/mini';

/** What is missing, null or of another kind reads as undefined: no report may be lost for a detail. */
const lenient = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined);

const text = lenient(z.string());
const timestamp = lenient(
  z.pipe(
    z.string().check(z.refine((value) => !Number.isNaN(Date.parse(value)))),
    z.transform((value) => new Date(value).toISOString()),
  ),
);
const recipients = lenient(z.array(lenient(z.object({ emailAddress: text }))));

/**
 * An SES event about a mail, as delivered by EventBridge. A mail without our `mail` tag went to our own people.
 * Source: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export const sesEvent = z.object({
  eventType: text,
  mail: lenient(
    z.object({
      timestamp,
      destination: lenient(z.array(text)),
      tags: lenient(z.record(z.string(), lenient(z.array(text)))),
    }),
  ),
  delivery: lenient(z.object({ timestamp })),
  bounce: lenient(
    z.object({ timestamp, bounceType: text, bounceSubType: text, bouncedRecipients: recipients }),
  ),
  complaint: lenient(z.object({ timestamp, complaintFeedbackType: text, complaintSubType: text })),
  reject: lenient(z.object({ reason: text })),
  failure: lenient(z.object({ errorMessage: text })),
  subscription: lenient(
    z.object({ timestamp, newTopicPreferences: lenient(z.object({ unsubscribeAll: lenient(z.boolean()) })) }),
  ),
});

export type SesEvent = z.infer<typeof sesEvent>;
