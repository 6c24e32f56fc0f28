import fc from 'fast-check';
import { HANDOVER_REASONS, RETURN_REASONS } from '../../../../shared/domain/handover/handover.ts';
import {
  type DirectoryChange,
  type DirectoryRow,
  rowOf,
} from '../../../../shared/domain/identity/directory/row.ts';
import { STAGES } from '../../../../shared/domain/identity/lead.ts';
import { lead } from '../../builders.ts';
import { someone } from '../../reports/builders.ts';

/** A row of somebody; name only what matters. */
export function row(n: number, more: Partial<DirectoryRow> = {}): DirectoryRow {
  return { ...(rowOf(lead({ id: someone(n) })) as DirectoryRow), ...more };
}

const minute = fc.integer({ min: 20_000_000, max: 40_000_000 });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const word = fc.string({ minLength: 1, maxLength: 9, unit: 'grapheme' });

/** Any row of one of a few leads. */
export const anyRow: fc.Arbitrary<DirectoryRow> = fc
  .record({
    n: fc.nat(12),
    version: fc.integer({ min: 1, max: 30 }),
    stage: fc.constantFrom(...STAGES),
    stageAt: minute,
    fit: fc.constantFrom('good' as const, 'bad' as const, 'unknown' as const),
    readiness: fc.constantFrom('not-ready' as const, 'ready' as const, 'hand-raiser' as const),
    score: fc.nat(100),
    band: fc.constantFrom('newsletter' as const, 'guides' as const, 'ads' as const, 'call' as const),
    activeAt: minute,
    form: maybe(word),
    campaign: maybe(word),
    subjects: fc.array(fc.constantFrom('seo', 'crm', '*'), { maxLength: 2 }),
    owner: maybe(fc.constantFrom('anna', 'bram')),
    handover: maybe(fc.integer({ min: 1, max: 9 })),
    reason: maybe(fc.constantFrom(...HANDOVER_REASONS)),
    status: maybe(fc.constantFrom('open' as const, 'accepted' as const, 'returned' as const)),
    openedAt: maybe(minute),
    answeredAt: maybe(minute),
    told: maybe(fc.constantFrom('reminder' as const, 'manager' as const)),
    returned: maybe(fc.constantFrom(...RETURN_REASONS)),
    returnedAt: maybe(minute),
    raisedAt: maybe(minute),
    callAt: maybe(minute),
    isStalled: fc.boolean(),
    won: maybe(fc.integer({ min: 0, max: 10_000_000_000 })),
    wasErasedAt: maybe(minute),
  })
  .map(({ n, ...fields }) => row(n, fields));

/** A row, or that the lead was erased. */
export const anyChange: fc.Arbitrary<DirectoryChange> = fc.oneof(
  { weight: 4, arbitrary: anyRow },
  fc
    .record({ n: fc.nat(12), version: fc.integer({ min: 1, max: 30 }), erasedAt: minute })
    .map(({ n, ...fields }) => ({ id: someone(n), ...fields })),
);
