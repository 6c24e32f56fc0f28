import { createHash } from 'node:crypto';
import type { Company } from '../../domain/look/company.ts';
import { type Palette, palettesOf } from '../../domain/look/palette.ts';

/** The colours by the names that style sheets use. `accent` is the brand's colour there: links, buttons and the focus. */
const VARIABLES: readonly (readonly [string, keyof Palette])[] = [
  ['paper', 'page'],
  ['card', 'card'],
  ['bed', 'bed'],
  ['tint', 'tint'],
  ['ink', 'text'],
  ['quiet', 'quiet'],
  ['line', 'line'],
  ['edge', 'edge'],
  ['accent', 'brand'],
  ['on-accent', 'onBrand'],
  ['decoration', 'accent'],
  ['wrong', 'wrong'],
  ['warn', 'warn'],
  ['unsure', 'unsure'],
];

/** A style sheet with nothing but the colours of a company, for light and dark mode. */
export function themeStyle(company: Pick<Company, 'colours'>): string {
  const { light, dark } = palettesOf(company);
  const colours = (palette: Palette) =>
    VARIABLES.map(([variable, name]) => `--${variable}:${palette[name]}`).join(';');
  return `:root{color-scheme:light dark;${colours(light)}}@media(prefers-color-scheme:dark){:root{${colours(dark)}}}`;
}

/** The hash of a style sheet, by which the policy of a page allows it (CSP Level 3, 2.3.1). */
export function styleHash(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}
