import type { Language } from '../../../shared/domain/language.ts';
import type { Random } from './random.ts';
import type { TwinClient } from './twin-client.ts';

const pages: readonly [string, ...string[]] = [
  ...[
    '/',
    '/product',
    '/pricing',
    '/demo',
    '/guides/',
    '/guides/fit',
    '/guides/readiness',
    '/guides/scoring',
  ],
  ...[
    '/guides/handover',
    '/guides/permission',
    '/guides/nurture',
    '/guides/scoring',
    '/pricing',
    '/whitepaper',
  ],
] as [string, ...string[]];

interface Visit {
  visitor: string;
  locale: Language;
  random: Random;
  /** Names the visit, so that nothing counts twice. */
  name: string;
  /** Where it begins, when it does not at a page of choice. */
  first?: string;
  count: number;
}

/** Somebody looks at some pages of the website in the last minutes. */
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
    // A page that a mail led to is seen after the click, the others in the minutes before.
    at: new Date(first ? now + index : now - (urls.length - index) * 40_000).toISOString(),
  }));
  if (events.length > 0) await twin.send('/e', { visitorId: visitor, events });
}
