import type { Locale } from './form.ts';

/** The language to speak: the one that was asked for, else the one the browser prefers (RFC 9110, 12.5.4), else English. */
export function localeOf(asked: unknown, acceptLanguage: string | undefined): Locale {
  if (isLocale(asked)) return asked;
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
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
  return preferred.find(isLocale) ?? 'en';
}

function isLocale(value: unknown): value is Locale {
  return value === 'nl' || value === 'en';
}
