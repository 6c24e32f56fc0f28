import * as z from 'zod/mini';

const timestamp = z.pipe(
  z.string(),
  z.transform((text) => new Date(text).toISOString()),
);

/** A mail without our `mail` tag went to our own people. */
const mail = z.object({ timestamp, tags: z.optional(z.record(z.string(), z.array(z.string()))) });

/**
 * An SES event about a mail, as delivered by EventBridge. Open and click events are not subscribed to.
 * Source: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export const sesEvent = z.discriminatedUnion('eventType', [
  z.object({ eventType: z.literal('Send'), mail }),
  z.object({ eventType: z.literal('Delivery'), mail, delivery: z.object({ timestamp }) }),
  z.object({ eventType: z.literal('DeliveryDelay'), mail }),
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.object({ timestamp, bounceType: z.string(), bounceSubType: z.string() }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail,
    complaint: z.object({ timestamp, complaintFeedbackType: z.optional(z.string()) }),
  }),
  z.object({ eventType: z.literal('Reject'), mail, reject: z.object({ reason: z.string() }) }),
]);

export type SesEvent = z.infer<typeof sesEvent>;
