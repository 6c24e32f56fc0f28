import { createHash } from 'node:crypto';

/** A custom attribute in SQS's API. */
export interface MessageAttribute {
  DataType: string;
  StringValue?: string;
  BinaryValue?: string;
}

/** A message in the journal; times are in milliseconds since 1970. */
export interface Message {
  id: string;
  queue: string;
  body: string;
  attributes: Record<string, MessageAttribute>;
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

/** Bytes that count towards the size limit of SQS: the body and the custom attributes. */
export function messageSize(body: string, attributes: Record<string, MessageAttribute>): number {
  const ofAttributes = Object.entries(attributes).map(
    ([name, { DataType, StringValue = '', BinaryValue = '' }]) =>
      Buffer.byteLength(name) +
      Buffer.byteLength(DataType) +
      Buffer.byteLength(StringValue) +
      Buffer.from(BinaryValue, 'base64').length,
  );
  return ofAttributes.reduce((total, size) => total + size, Buffer.byteLength(body));
}
