import { type Localised, languages } from './language.ts';

/** A message in each language as the one text that a schema takes for it; `heard` reads it. */
export function said(text: Localised): string {
  return JSON.stringify(text);
}

/** What a schema says in each language; undefined for a message of zod itself. */
export function heard(message: string): Localised | undefined {
  try {
    const value = JSON.parse(message) as Partial<Localised> | null;
    return languages.every((language) => typeof value?.[language] === 'string')
      ? (value as Localised)
      : undefined;
  } catch {
    return undefined;
  }
}
