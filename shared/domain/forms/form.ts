import * as z from 'zod';
import { type Language, languages } from '../language.ts';

/** The same in each language. */
export function inEachLanguage<Schema extends z.ZodType>(schema: Schema) {
  const byLanguage = languages.map((language) => [language, schema]);
  return z.strictObject(Object.fromEntries(byLanguage) as Record<Language, Schema>);
}

/** A text in each language. */
export const localised = inEachLanguage(z.string().min(1));

/** A question that a form can ask. */
export const fieldSchema = z.strictObject({
  label: localised,
  type: z.enum(['text', 'tel', 'number', 'textarea']),
  autocomplete: z.string().optional(),
  maxLength: z.int().min(1).max(5_000).default(200),
  /** False: forms never ask for it; the browser or another system supplies it. */
  asked: z.boolean().optional(),
});

/** A form. It asks every field of `ask`, and each time the next `laterAtOnce` fields of `later` that are still unknown. */
export const formSchema = z.strictObject({
  title: localised,
  intro: localised,
  button: localised,
  ask: z.array(z.string()).default([]),
  require: z.array(z.string()).default([]),
  later: z.array(z.string()).default([]),
  laterAtOnce: z.int().min(1).max(5).default(1),
  /** The wording beside the checkbox, stored as proof when it is ticked. Absent: the form asks no permission. */
  permission: localised.optional(),
  /** The subjects that the wording asks permission for. Absent in playbooks from before it named them: all. */
  subjects: z.array(z.string()).min(1).optional(),
  /** Sending this form asks to talk to a person. */
  handRaise: z.boolean().default(false),
  thanks: z.strictObject({
    title: localised,
    text: localised,
    /** Shown to those who ticked the permission: that they have to confirm it. */
    confirm: localised.optional(),
    /** The next page to visit, as a path of the company's website in each language. */
    link: z.strictObject({ path: inEachLanguage(z.string().startsWith('/')), text: localised }).optional(),
  }),
});

export type Field = z.infer<typeof fieldSchema>;
export type Form = z.infer<typeof formSchema>;
