import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { domainEvents } from '../../shared/contract/domain-events.ts';

const file = 'shared/contract/domain-events.schema.json';

/** The JSON Schema of the `detail` of each event, by its `detail-type`. */
const schemas = Object.fromEntries(
  Object.entries(domainEvents).map(([type, schema]) => [type, z.toJSONSchema(schema)]),
);

describe('the JSON Schema of the domain events', () => {
  it(`in ${file} is that of the code`, () => {
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(schemas);
  });
});
