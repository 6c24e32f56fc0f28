import * as z from 'zod';
import { inEachLanguage, localised } from '../forms/form.ts';
import { said } from '../said.ts';
import { COLOUR } from './contrast.ts';

const colour = z.string().regex(
  COLOUR,
  said({
    nl: "Een kleur is een # en zes cijfers of letters a tot en met f, tussen aanhalingstekens, zoals '#0b5f4c'",
    en: "A colour is a # and six digits or letters a to f, in quotes, such as '#0b5f4c'",
  }),
);

/** A page of the company's website as a path, or any page in full. */
const address = z.string().regex(
  /^(?:\/(?!\/)[^\s"<>{}]*|https:\/\/[^\s"<>{}/]+\.[^\s"<>{}]*)$/,
  said({
    nl: 'Een adres is een pad van je website, zoals /privacy, of begint met https://',
    en: 'An address is a path of your website, such as /privacy, or starts with https://',
  }),
);

/** Mails fill in what stands between braces. */
const line = z
  .string()
  .regex(
    /^[^{}\r\n]*[^{}\s][^{}\r\n]*$/,
    said({ nl: 'Schrijf het op één regel, zonder { of }', en: 'Write it on one line, without { or }' }),
  )
  .max(200);

/** The path of a picture among the files of the playbook. */
const picture = z.string().regex(
  /^pictures\/[a-z0-9][a-z0-9-]*\.(?:png|jpe?g|gif|webp)$/,
  said({
    nl: 'Schrijf een afbeelding met haar map, zoals pictures/logo.png',
    en: 'A picture is written with its folder, such as pictures/logo.png',
  }),
);

const schemeSchema = z.strictObject({
  brand: colour.optional(),
  accent: colour.optional(),
  page: colour.optional(),
  card: colour.optional(),
  text: colour.optional(),
  line: colour.optional(),
});

/** Who the company is, and how it looks: on forms, pages, mails and in the console. */
export const companySchema = z.strictObject({
  /** As people know it. */
  name: line,
  /** As it is registered. Absent: the same. */
  legalName: line.optional(),
  address: line,
  links: z
    .strictObject({
      home: inEachLanguage(address).optional(),
      privacy: inEachLanguage(address).optional(),
      terms: inEachLanguage(address).optional(),
      imprint: inEachLanguage(address).optional(),
      contact: inEachLanguage(address).optional(),
    })
    .optional(),
  logo: z
    .strictObject({
      light: picture,
      dark: picture.optional(),
      /** What people hear who cannot see it. */
      alt: localised,
      /** The name stands beside it, because it is not in it. */
      withName: z.boolean().optional(),
    })
    .optional(),
  colours: z.strictObject({ light: schemeSchema.optional(), dark: schemeSchema.optional() }).optional(),
});

export type Company = z.infer<typeof companySchema>;
export type GivenColours = z.infer<typeof schemeSchema>;
