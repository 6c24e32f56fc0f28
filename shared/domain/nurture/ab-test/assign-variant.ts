import type { LeadId } from '../../identity/ids.ts';
import type { AbTest } from './ab-test-rules.ts';
import { FIRST, type MailVariant, variantNames } from './variants.ts';

/** Who may take part in a test. */
interface Recipient {
  lead: LeadId;
  /** Whether opens and clicks may be recorded. */
  isTracked: boolean;
}

/**
 * Whether a person takes part in a test: its share of all whose reaction can be seen. The share depends on the ids of
 * the lead and the test only, so it is the same after retries and merges.
 */
export function takesPart(
  { name, share, measure }: Pick<AbTest, 'name' | 'share' | 'measure'>,
  { lead, isTracked }: Recipient,
): boolean {
  return (isTracked || measure === 'handed-over') && placeOf(`${name}#${lead}`) < share;
}

/** The variant of a person in a test: a pure function of the ids of both, evenly spread over the variants. */
export function ownVariant(test: Pick<AbTest, 'name' | 'variants'>, lead: LeadId): string {
  const names = variantNames(test);
  return names[Math.floor(placeOf(`${test.name}#${lead}#variant`) * names.length)] ?? FIRST;
}

/** The variant that a person gets now: its own in a test under way, what was decided after that, and else the first. */
export function assignVariant(test: AbTest, recipient: Recipient, decided: string | undefined): MailVariant {
  const names = variantNames(test);
  if (decided !== undefined) {
    const variant = names.includes(decided) ? decided : FIRST;
    return { test: test.name, variant, counts: false };
  }
  if (!takesPart(test, recipient)) return { test: test.name, variant: FIRST, counts: false };
  return { test: test.name, variant: ownVariant(test, recipient.lead), counts: true };
}

/** A text as a number from 0 up to 1: FNV-1a, mixed by the last steps of MurmurHash3. */
function placeOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
