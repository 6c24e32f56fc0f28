import * as z from 'zod/mini';
import type { VisitorId } from '../../domain/identity/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { text, visitorId } from '../schema.ts';
import type { Table, Written } from '../table.ts';

/** A link of a mail, by its number from 0, that was followed to the company's own website, and the mark of the client. */
export type ClickedLink = { mail: string; link: number; by?: string; visitor?: VisitorId };

export const clickTokenEntity = new Entity({
  kind: 'click token',
  key: 'C#{token} / CLICK',
  holds: () =>
    z.object({
      ...{ mail: text, link: z.number(), by: z.optional(text) },
      ...{ expiresAt: z.number(), visitor: z.optional(visitorId) },
    }),
  unpack: (attributes) => attributes,
  written: 'freely',
  lives: '3 days',
  largest: { bytes: 250, why: 'a browser picks an id of at most 64 characters' },
});

/** Stores which link was clicked under a random token, until it expires. One write unit, no read. */
export async function putClickToken(
  table: Table,
  token: string,
  clicked: Pick<ClickedLink, 'mail' | 'link' | 'by'>,
  until: Instant,
): Promise<void> {
  const expiresAt = Math.floor(Date.parse(until) / 1000);
  await clickTokenEntity.put(table, { token }, { ...clicked, expiresAt });
}

/** The link of a token; undefined when the token is unknown or was expired at that moment. Strongly consistent. */
export async function getClickedLink(
  table: Table,
  token: string,
  at: Instant,
): Promise<ClickedLink | undefined> {
  const clicked = await clickTokenEntity.get(table, { token });
  // DynamoDB may take days to remove what expired.
  if (clicked === undefined || Date.parse(at) >= clicked.expiresAt * 1000) return undefined;
  const { expiresAt: _, ...link } = clicked;
  return link as ClickedLink;
}

/** Binds a token to the first browser that it led to. `conflict`: that was another one, or the token is gone. */
export function bindClickToken(table: Table, token: string, visitor: VisitorId): Promise<Written> {
  return clickTokenEntity.update(
    table,
    { token },
    {
      set: 'visitor = :visitor',
      onlyIf: 'attribute_exists(PK) AND (attribute_not_exists(visitor) OR visitor = :visitor)',
      values: { ':visitor': visitor },
      isRepeatable: true,
    },
  );
}
