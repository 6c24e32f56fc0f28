import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mail, Person, type System, startSystem } from '../system.ts';

const DAY = 86_400_000;

/** When somebody asks, and when its six tips are due: the same hour on its own clocks, a week apart. */
interface Reader {
  timeZone: string;
  asks: string;
  tips: [string, string, string, string, string, string];
}

const overTheLeapDayIntoSummer: Reader[] = [
  {
    timeZone: 'Australia/Sydney', // where summer ends, on 2 April
    asks: '2028-02-21T23:30Z',
    tips: [
      ...(['2028-02-28T23:30Z', '2028-03-06T23:30Z', '2028-03-13T23:30Z'] as const),
      ...(['2028-03-20T23:30Z', '2028-03-27T23:30Z', '2028-04-04T00:30Z'] as const),
    ],
  },
  {
    timeZone: 'Europe/Amsterdam', // where it begins on 26 March
    asks: '2028-02-22T09:30Z',
    tips: [
      ...(['2028-02-29T09:30Z', '2028-03-07T09:30Z', '2028-03-14T09:30Z'] as const),
      ...(['2028-03-21T09:30Z', '2028-03-28T08:30Z', '2028-04-04T08:30Z'] as const),
    ],
  },
  {
    timeZone: 'America/New_York', // where it begins on 12 March
    asks: '2028-02-22T15:30Z',
    tips: [
      ...(['2028-02-29T15:30Z', '2028-03-07T15:30Z', '2028-03-14T14:30Z'] as const),
      ...(['2028-03-21T14:30Z', '2028-03-28T14:30Z', '2028-04-04T14:30Z'] as const),
    ],
  },
];

const intoWinter: Reader[] = [
  {
    timeZone: 'Australia/Sydney', // where summer begins, on 3 October
    asks: '2027-09-28T00:30Z',
    tips: [
      ...(['2027-10-04T23:30Z', '2027-10-11T23:30Z', '2027-10-18T23:30Z'] as const),
      ...(['2027-10-25T23:30Z', '2027-11-01T23:30Z', '2027-11-08T23:30Z'] as const),
    ],
  },
  {
    timeZone: 'Europe/Amsterdam', // where it ends on 31 October
    asks: '2027-09-28T08:30Z',
    tips: [
      ...(['2027-10-05T08:30Z', '2027-10-12T08:30Z', '2027-10-19T08:30Z'] as const),
      ...(['2027-10-26T08:30Z', '2027-11-02T09:30Z', '2027-11-09T09:30Z'] as const),
    ],
  },
  {
    timeZone: 'America/New_York', // where it ends on 7 November; asked at night, so its tips come in the morning
    asks: '2027-09-28T03:00Z',
    tips: [
      ...(['2027-10-05T13:00Z', '2027-10-12T13:00Z', '2027-10-19T13:00Z'] as const),
      ...(['2027-10-26T13:00Z', '2027-11-02T13:00Z', '2027-11-09T14:00Z'] as const),
    ],
  },
];

describe.each([
  { season: 'over 29 February and into summer', readers: overTheLeapDayIntoSummer },
  { season: 'into winter', readers: intoWinter },
])('six weeks $season', ({ readers }) => {
  let system: System;
  const people = new Map<string, Person>();
  const now = () => system.twin.clock.now();
  const moveTo = (moment: string) => system.advance(`${Math.ceil((Date.parse(moment) - now()) / 1_000)}s`);

  beforeAll(async () => {
    const inOrder = readers.toSorted((a, b) => Date.parse(a.asks) - Date.parse(b.asks));
    system = await startSystem({ now: new Date(Date.parse(inOrder[0]?.asks ?? '') - DAY / 24) });
    for (const { timeZone } of inOrder) {
      const person = new Person(system);
      people.set(timeZone, person);
      await livesIn(system, person, timeZone);
    }
    for (const { timeZone, asks } of inOrder) {
      const person = people.get(timeZone) as Person;
      await moveTo(asks);
      expect((await person.sendsIn('whitepaper')).status).toBe(200);
      await system.settled();
      await confirms(system, person);
    }
    await moveTo(new Date(now() + 43 * DAY).toISOString());
  });
  afterAll(() => system.stop());

  it.each(readers)(
    'bring the whitepaper at once and a tip each week, at local time in $timeZone',
    async ({ timeZone, asks, tips }) => {
      const mails = await mailsTo(system, people.get(timeZone) as Person);
      expect(mails.map(({ at }, n) => inTime(at, [asks, ...tips][n]))).toEqual([asks, ...tips]);
    },
  );

  it('leave no failures', async () => {
    expect(await system.local('/dead-letters')).toEqual([]);
  });
});

const mailsTo = (system: System, { email }: Person) =>
  system.local<(Mail & { at: string })[]>(`/mails?to=${email}`);

/** The time it was due if it was sent within three minutes of it, else the time it was sent. */
function inTime(at: string, due = ''): string {
  const late = Date.parse(at) - Date.parse(due);
  return late >= 0 && late < 180_000 ? due : at;
}

async function confirms(system: System, person: Person): Promise<void> {
  const [mail] = await mailsTo(system, person);
  const [path = ''] = /\/confirm\/[\w-]{22}/.exec(mail?.html ?? '') ?? [];
  expect((await system.request(path, { method: 'POST' })).status).toBe(200);
}

/** Sets the time zone of somebody, as a playbook with a field for it would. */
async function livesIn(system: System, { email }: Person, timeZone: string): Promise<void> {
  const body = JSON.stringify({ email, source: 'fair', profile: {} });
  const { id } = await system.api<{ id: string }>('/api/leads', { method: 'POST', body });
  await system.settled();
  await system.table('UpdateItem', {
    Key: marshall({ PK: `L#${id}`, SK: 'PROFILE' }),
    UpdateExpression: 'SET #values.#timeZone = :known',
    ConditionExpression: 'attribute_exists(PK)',
    ExpressionAttributeNames: { '#values': 'values', '#timeZone': 'timeZone' },
    ExpressionAttributeValues: marshall({
      ':known': { value: timeZone, at: '2027-01-01T00:00:00.000Z', source: 'fair' },
    }),
  });
}
