import * as z from 'zod/mini';
import type { LeadId, VisitorId } from '../domain/identity/ids.ts';

/** Schemas of what items hold. A `looseObject` lets attributes that it does not name survive a read and a write. */

export const text = z.string();
export const texts = z.record(z.string(), z.string());
export const leadId = z.custom<LeadId>((value) => typeof value === 'string');
export const visitorId = z.custom<VisitorId>((value) => typeof value === 'string');
export const optional = z.exactOptional;

type Primitive = string | number | boolean | undefined | null;

/** A type with what is optional marked, and without what a loose object lets through. */
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

/** A schema of a type of the domain. Does not compile when one has a field or a value that the other lacks. */
export function schemaOf<T>() {
  return <S extends z.ZodMiniType>(schema: S & Exactly<z.output<S>, T>) =>
    schema as unknown as z.ZodMiniType<T>;
}
