import { createHash } from 'node:crypto';

/** A message in the journal; times are in milliseconds since 1970. */
export interface Message {
  id: string;
  body: string;
  sentAt: number;
  received: number;
  firstReceivedAt: number;
  receipt: string;
}

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** The system attributes of a received message. */
export function systemAttributes(message: Message, accountId: string): Record<string, string> {
  return {
    ApproximateReceiveCount: String(message.received),
    SentTimestamp: String(message.sentAt),
    SenderId: accountId,
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  };
}
