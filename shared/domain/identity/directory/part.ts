import type { LeadId } from '../ids.ts';

/** One of some parts of all leads, from 1 on. */
export interface Part {
  part: number;
  of: number;
}

/** How many parts so many leads need when none may be larger than a size; ids are random, so parts differ a little. */
export function partsFor(leads: number, size: number): number {
  return Math.max(1, Math.ceil(leads / (size * 0.75)));
}

/** Whether a lead is in a part. Its id decides, so no lead is in two parts or in none, whatever changes in between. */
export function isInPart(id: LeadId, { part, of }: Part): boolean {
  let number = 0;
  for (const character of id.slice(0, 8)) number = (number * 64 + character.charCodeAt(0)) % 1_000_003;
  return number % of === part - 1;
}
