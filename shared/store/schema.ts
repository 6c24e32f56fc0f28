import * as z from 'zod/mini';
import type { LeadId, VisitorId } from '../domain/identity/ids.ts';

/** Schemas of items. A `looseObject` keeps attributes that it does not name. */

export const text = z.string();
export const texts = z.record(z.string(), z.string());
export const leadId = z.custom<LeadId>((value) => typeof value === 'string');
export const visitorId = z.custom<VisitorId>((value) => typeof value === 'string');
export const optional = z.exactOptional;

type Primitive = string | number | boolean | undefined | null;

/** A type with its optional fields marked, and without the index signature of a loose object. */
type Marked<T> = T extends Primitive
  ? T
  : T extends readonly (infer Element)[]
    ? Marked<Element>[]
    : {
        [K in keyof T as string extends K ? (unknown extends T[K] ? never : K) : K]-?: Record<
          never,
          never
        > extends Pick<T, K>
          ? { optional: Marked<T[K]> }
          : Marked<T[K]>;
      };

type Exactly<A, B> = [Marked<A>, Marked<B>] extends [Marked<B>, Marked<A>] ? unknown : never;

/** The schema of a domain type. Does not compile when the fields or values of the two differ. */
export function schemaOf<T>() {
  return <S extends z.ZodMiniType>(schema: S & Exactly<z.output<S>, T>) =>
    schema as unknown as z.ZodMiniType<T>;
}
