import { expect, it } from 'vitest';
import { parsePixel } from '../../../shared/domain/tracking/pixel.ts';
import { NOW } from '../builders.ts';

const token = 'A'.repeat(22);
const parse = (query: Record<string, string>, embeddedIn?: string) =>
  parsePixel(query, embeddedIn, NOW, () => 'new', undefined)?.event;

it('a pixel is a page view that no mail led to, because its address may hold anybody’s visitor id', () => {
  const url = `https://x.nl/a?kansrijk=${token}`;
  for (const view of [parse({ v: 'evil', u: url }), parse({ v: 'evil' }, url)]) {
    expect(view).toMatchObject({ type: 'page', visitor: 'evil', url: 'https://x.nl/a' });
    expect(view).not.toHaveProperty('viaMail');
  }
});
