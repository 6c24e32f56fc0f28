/** The languages that the product speaks. `shared/web/README.md` says how to add one. */
export const languages = ['nl', 'en'] as const;

export type Language = (typeof languages)[number];

/** A text, or something else, in each language. */
export type Localised<Value = string> = Readonly<Record<Language, Value>>;

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/**
 * The language that an address or a form asks for, under any of the names `lang`, `locale` and `_locale`, such as `nl` or
 * `nl-BE`. It goes before what is known of the person; what the browser prefers comes last, on every page. A name that
 * stands twice in an address counts the first time: API Gateway joins its values with a comma.
 * @returns undefined when it asks for none, or for one that the product does not speak
 */
export function askedLanguage(fields: Readonly<Record<string, unknown>> = {}): Language | undefined {
  const asked = [fields.lang, fields.locale, fields._locale];
  return asked
    .map((value) => (typeof value === 'string' ? value.trim().toLowerCase().split(/[-_,]/)[0] : undefined))
    .find(isLanguage);
}

/** The language that was asked for, else the one the browser prefers (RFC 9110, 12.5.4), else English or another. */
export function preferredLanguage(
  asked: Language | undefined,
  acceptLanguage: string | undefined,
  otherwise: Language = 'en',
): Language {
  if (asked !== undefined) return asked;
  const preferred = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', quality = ''] = part.trim().split(';');
      return {
        language: tag.slice(0, 2).toLowerCase(),
        weight: Number(/q=([\d.]+)/.exec(quality)?.[1] ?? 1),
      };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
  return preferred.find(isLanguage) ?? otherwise;
}
