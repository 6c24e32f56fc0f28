import { playedNetwork } from '../../local/http-api/played-network.ts';
import { type Person, people } from './people.ts';
import { titles } from './titles.ts';

interface Options {
  apiUrl: string;
  websiteUrl: string;
  /** The twin's time, in milliseconds. */
  now: number;
}

const DAY = 86_400_000;
const MINUTE = 60_000;
const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };

/**
 * Sends the visits and forms of the sample people over HTTP.
 * @throws Error with the API's response when it refuses something.
 */
export async function playSample(options: Options): Promise<void> {
  for (const person of people) {
    await visit(person, options);
    await fillIn(person, options);
  }
}

async function visit({ id, visits }: Person, { apiUrl, websiteUrl, now }: Options): Promise<void> {
  const events = visits.flatMap(({ daysAgo, pages }) =>
    pages.map((path, index) => ({
      id: `${id}-${daysAgo}-${index}`,
      type: 'page',
      url: `${websiteUrl}${path}`,
      title: titles[path],
      at: new Date(now - daysAgo * DAY + index * MINUTE).toISOString(),
    })),
  );
  await post(`${apiUrl}/e`, { visitorId: id, events }, browser);
}

async function fillIn({ id, form, answers }: Person, { apiUrl }: Options): Promise<void> {
  await post(
    `${apiUrl}/f/${form}`,
    { ...answers, _visitor: id, _locale: 'en' },
    { ...browser, ...playedNetwork(id), 'idempotency-key': id },
  );
}

async function post(url: string, body: object, headers: Record<string, string>): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}
