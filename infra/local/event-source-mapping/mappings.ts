import type { Part } from '../part.ts';
import type { ServicesContext } from '../services/context.ts';
import type { RecordSink } from '../services/dynamodb/stream.ts';
import type { Sqs } from '../services/sqs/sqs.ts';
import { isEnabled, isMapping, mappingDefinition } from './mapping-definition.ts';
import { openQueueMapping } from './queue.ts';
import { openStreamMapping, type StreamMapping } from './stream.ts';

/** The event source mappings of the template. */
export interface Mappings {
  parts: Part[];
  /** Passes each stream record to the mappings of that stream. */
  sink: RecordSink;
  /** Resumes what was left when the twin stopped. */
  start(): void;
}

/** Opens every enabled mapping. @throws Error when the template lacks its source or a part that it needs. */
export function openMappings(context: ServicesContext, sqs: Sqs): Mappings {
  const streams: { sourceArn: string; mapping: StreamMapping }[] = [];
  const all: (Part & { start(): void })[] = [];
  for (const resource of context.resources.filter(isMapping).filter(isEnabled)) {
    const definition = mappingDefinition(resource, context.resources);
    const { logicalId, sourceArn } = definition;
    const queue = sqs.queues.get(sourceArn);
    if (queue) {
      if (!queue.redrive)
        throw new Error(`${logicalId}: the twin gives up no message of a queue without RedrivePolicy`);
      const mapping = openQueueMapping(definition, { ...context, messages: sqs.messages, queue });
      sqs.onMessage(queue.arn, mapping.wake);
      all.push(mapping);
    } else if (sourceArn.includes('/stream/')) {
      const mapping = openStreamMapping(definition, { ...context, sendToQueue: sqs.sendTo });
      streams.push({ sourceArn, mapping });
      all.push(mapping);
    } else throw new Error(`${logicalId}: the template has no source ${sourceArn}`);
  }
  return {
    parts: all,
    sink(table, partition, record) {
      for (const { sourceArn, mapping } of streams) {
        if (sourceArn === table.streamArn) mapping.accept(partition, record);
      }
    },
    start() {
      for (const mapping of all) mapping.start();
    },
  };
}
