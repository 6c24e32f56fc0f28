import * as z from 'zod';
import { said } from '../said.ts';

/** The name of a mail or a step. */
export const key = z.string().regex(
  /^[a-z][a-z0-9-]{0,39}$/,
  said({
    nl: 'Een naam heeft kleine letters, cijfers en streepjes',
    en: 'A name has small letters, digits and dashes',
  }),
);
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, said({ nl: 'Een tijdstip is HH:MM', en: 'A time of day is HH:MM' }));
export const duration = z.string().regex(
  /^\d{1,3}[dhm]$/,
  said({
    nl: 'Een duur is een getal met d, h of m, zoals 7d',
    en: 'A duration is a number with d, h or m, such as 7d',
  }),
);

/** Bands of scoring.yaml, at least one. */
export const bands = z.array(z.enum(['newsletter', 'guides', 'ads', 'call'])).min(1);

/** What the fit may be, at least one of them. */
export const fitVerdicts = z.array(z.enum(['good', 'bad', 'unknown'])).min(1);
