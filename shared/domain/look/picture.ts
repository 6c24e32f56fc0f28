import * as z from 'zod/mini';

/** The kinds of pictures that every mail program and browser shows. */
export const PICTURE_TYPES = ['png', 'jpeg', 'gif', 'webp'] as const;

/** A picture of the playbook, without its bytes, which are stored under its digest. */
export const pictureSchema = z.strictObject({
  /** Of its bytes: the same picture is the same wherever and how often it is uploaded. */
  digest: z.string().check(z.regex(/^[\w-]{24}$/)),
  type: z.enum(PICTURE_TYPES),
  width: z.int().check(z.minimum(1)),
  height: z.int().check(z.minimum(1)),
  bytes: z.int().check(z.minimum(1)),
});

export type Picture = z.infer<typeof pictureSchema>;
