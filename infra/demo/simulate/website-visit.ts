import type { Language } from '../../../shared/domain/language.ts';
import type { Random } from './random.ts';
import type { TwinClient } from './twin-client.ts';

const pages: readonly [string, ...string[]] = [
  ...['/', '/product', '/pricing', '/demo', '/guides/', '/guides/fit', '/guides/readiness'],
  ...['/guides/scoring', '/guides/handover', '/guides/permission', '/guides/nurture', '/guides/scoring'],
  ...['/pricing', '/whitepaper'],
] as [string, ...string[]];

interface Visit {
  visitor: string;
  locale: Language;
  random: Random;
  /** Makes the event ids, so that a repeated visit counts once. */
  name: string;
  /** The first page; a random one unless given. */
  first?: string;
  count: number;
}

/** Sends the page views of a visit in the last minutes. */
export async function visitWebsite(twin: TwinClient, visit: Visit): Promise<void> {
  const { visitor, locale, random, name, first, count } = visit;
  const chosen = Array.from({ length: count }, () => {
    const path = random.pick(pages);
    return `${twin.websiteUrl}${locale === 'nl' ? `/nl${path}` : path}`;
  });
  const urls = first ? [first, ...chosen] : chosen;
  const now = await twin.now();
  const events = urls.map((url, index) => ({
    id: `${name}-${index}`,
    type: 'page',
    url,
    // A visit from a mail comes after its click; any other ends now.
    at: new Date(first ? now + index : now - (urls.length - index) * 40_000).toISOString(),
  }));
  if (events.length > 0) await twin.postJson('/e', { visitorId: visitor, events });
}
