import { randomUUID } from 'node:crypto';
import { type Item, itemSize } from './item-size.ts';
import { keyOf, type TableDefinition } from './table-definition.ts';

/** One record of a stream, as Lambda receives it. */
export interface StreamRecord {
  eventID: string;
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  eventVersion: '1.1';
  eventSource: 'aws:dynamodb';
  awsRegion: string;
  dynamodb: {
    /** Seconds since 1970. */
    ApproximateCreationDateTime: number;
    Keys: Item;
    NewImage?: Item;
    OldImage?: Item;
    SequenceNumber: string;
    SizeBytes: number;
    StreamViewType: string;
  };
  eventSourceARN: string;
  userIdentity?: UserIdentity;
}

/** The service that wrote, for items that expired. */
export interface UserIdentity {
  type: 'Service';
  principalId: 'dynamodb.amazonaws.com';
}

export interface Change {
  before: Item | undefined;
  after: Item | undefined;
  /** Milliseconds since 1970. */
  at: number;
  sequence: number;
  userIdentity?: UserIdentity | undefined;
}

/** The record of a change, with the images of the stream's view type. */
export function streamRecord(table: TableDefinition, region: string, change: Change): StreamRecord {
  const { before, after, at, sequence, userIdentity } = change;
  const view = table.streamView ?? 'KEYS_ONLY';
  const keys = keyOf(table, after ?? before ?? {});
  const images = {
    ...(after && ['NEW_IMAGE', 'NEW_AND_OLD_IMAGES'].includes(view) && { NewImage: after }),
    ...(before && ['OLD_IMAGE', 'NEW_AND_OLD_IMAGES'].includes(view) && { OldImage: before }),
  };
  return {
    eventID: randomUUID().replaceAll('-', ''),
    eventName: !before ? 'INSERT' : after ? 'MODIFY' : 'REMOVE',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(at / 1000),
      Keys: keys,
      ...images,
      SequenceNumber: String(sequence).padStart(21, '1'),
      SizeBytes: itemSize(keys) + itemSize(images.NewImage) + itemSize(images.OldImage),
      StreamViewType: view,
    },
    eventSourceARN: table.streamArn,
    ...(userIdentity && { userIdentity }),
  };
}
