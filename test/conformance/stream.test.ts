import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Call, type ComparedRecord, type Database, localDatabase, twinDatabase } from './databases.ts';
import { anyCall, handPicked, underRun } from './writes.ts';

let twin: Database;
let real: Database;
beforeAll(async () => {
  twin = await twinDatabase();
  real = await localDatabase();
});
afterAll(async () => {
  await twin.close();
  await real.close();
});

let runs = 0;

/** Carries out the same writes on both, under separate partition keys, and returns both results. */
async function both(calls: Call[]) {
  runs += 1;
  const run = `run${runs}#`;
  const answers: unknown[][] = [];
  for (const call of calls.map((one) => underRun(one, run))) {
    const [ours, theirs] = [await twin.call(call), await real.call(call)];
    answers.push([
      ours.error ?? ordered(ours.output.Attributes),
      theirs.error ?? ordered(theirs.output.Attributes),
    ]);
  }
  return {
    answers,
    ours: perKey(await twin.records(), run),
    theirs: perKey(await real.records(), run),
  };
}

function perKey(records: ComparedRecord[], run: string) {
  const ofRun = records.filter(({ dynamodb }) => dynamodb?.Keys?.PK?.S?.startsWith(run));
  return Object.groupBy(ofRun.map(compared), ({ key }) => key);
}

function compared({ eventName, dynamodb }: ComparedRecord) {
  const { Keys, OldImage, NewImage, SizeBytes, StreamViewType } = dynamodb ?? {};
  return {
    key: `${Keys?.PK?.S} ${Keys?.SK?.S}`,
    ...{ eventName, SizeBytes, StreamViewType },
    images: ordered({ Keys, OldImage, NewImage }),
  };
}

/** The same value with its sets sorted. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, /^[SNB]S$/.test(name) ? [...member].sort() : ordered(member)]),
  );
}

describe("the twin's stream", () => {
  it.each(Object.entries(handPicked))('is the same as that of DynamoDB for %s', async (_, calls) => {
    const { answers, ours, theirs } = await both(calls);
    for (const [our, their] of answers) expect(our).toEqual(their);
    expect(ours).toEqual(theirs);
  });

  it('is the same as that of DynamoDB for any writes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCall, { minLength: 20, maxLength: 60 }), async (calls) => {
        const { answers, ours, theirs } = await both(calls);
        for (const [our, their] of answers) expect(our).toEqual(their);
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 25 },
    );
  });
});
