import * as z from 'zod/mini';
import type { Instant } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { text } from '../schema.ts';
import type { Table } from '../table.ts';

/** A link of a mail, by its number from 0, that was followed to the company's own website. */
export type ClickedLink = { mail: string; link: number };

export const clickTokenEntity = new Entity({
  kind: 'click token',
  key: 'C#{token} / CLICK',
  holds: () => z.object({ mail: text, link: z.number(), expiresAt: z.number() }),
  unpack: (attributes) => attributes,
  written: 'freely',
  lives: '3 days',
  largest: { bytes: 150, why: 'nothing comes from outside' },
});

/** Stores which link was clicked under a random token, until it expires. One write unit, no read. */
export async function putClickToken(
  table: Table,
  token: string,
  { mail, link }: ClickedLink,
  until: Instant,
): Promise<void> {
  const expiresAt = Math.floor(Date.parse(until) / 1000);
  await clickTokenEntity.put(table, { token }, { mail, link, expiresAt });
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
  return { mail: clicked.mail, link: clicked.link };
}
