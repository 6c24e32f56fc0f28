import * as z from 'zod/mini';
import type { Author } from '../../playbook/versions/version.ts';
import { text } from '../schema.ts';

/** Who wrote or published something. */
export function authorSchema(): z.ZodMiniType<Author> {
  return z.union([
    z.object({ by: z.literal('person'), id: text, name: text }),
    z.object({ by: z.literal('key'), name: text }),
    z.object({ by: z.literal('deployment') }),
  ]);
}
