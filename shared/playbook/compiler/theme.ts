import type { Company } from '../../domain/look/company.ts';
import { type Palette, palettesOf } from '../../domain/look/palette.ts';

/** How a company's mails look. */
export interface MailTheme {
  /** In light mode, which the others follow by the style sheet. */
  colours: Palette;
  /** Inline styles by tag, because several mail programs ignore style sheets. */
  styles: Readonly<Record<string, string>>;
  /**
   * What only a style sheet can do: dark colours by media query (Apple Mail, Outlook for Mac and phones) and by
   * attribute (`data-ogsc`, Outlook on the web), and narrow padding on phones.
   */
  styleSheet: string;
}

/** The colours of a company in light and dark mode, as mail programs understand them. */
export function mailTheme(company: Pick<Company, 'colours'>): MailTheme {
  const { light, dark } = palettesOf(company);
  return { colours: light, styles: stylesOf(light), styleSheet: styleSheetOf(dark) };
}

export const FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

function stylesOf(light: Palette): Record<string, string> {
  return {
    h1: `margin:0 0 20px;font-size:27px;line-height:1.2;font-weight:700;letter-spacing:-0.5px;color:${light.text}`,
    h2: `margin:28px 0 10px;font-size:19px;line-height:1.3;font-weight:700;color:${light.text}`,
    h3: `margin:24px 0 8px;font-size:17px;line-height:1.3;font-weight:700;color:${light.text}`,
    p: 'margin:0 0 16px',
    ul: 'margin:0 0 16px;padding:0 0 0 22px',
    ol: 'margin:0 0 16px;padding:0 0 0 24px',
    li: 'margin:0 0 8px;padding:0 0 0 4px',
    a: `color:${light.brand};text-decoration:underline`,
    table: 'width:100%;margin:0 0 16px;border-collapse:collapse',
    th: `padding:6px 16px 6px 0;border-bottom:2px solid ${light.edge};text-align:left;font-size:15px`,
    td: `padding:8px 16px 8px 0;border-bottom:1px solid ${light.edge};text-align:left;vertical-align:top`,
    blockquote: `margin:0 0 16px;padding:14px 18px 1px;background:${light.tint};border-left:4px solid ${light.accent};color:${light.text}`,
  };
}

function styleSheetOf(dark: Palette): string {
  return `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 479px) {
  .card > table > tbody > tr > td { padding: 30px 22px 22px !important; }
  .edge > table > tbody > tr > td { padding-left: 22px !important; padding-right: 22px !important; }
  .button table, .button a { width: 100% !important; box-sizing: border-box; }
}
@media (prefers-color-scheme: dark) {${darkRules('', dark)}}
${darkRules('[data-ogsc] ', dark)}`;
}

function darkRules(scope: string, dark: Palette): string {
  const rules: [string, string][] = [
    ['.page, .page > div', `background: ${dark.page} !important`],
    ['.card, .card > table', `background: ${dark.card} !important`],
    ['.text div, .text h1, .text h2, .text h3, .text blockquote', `color: ${dark.text} !important`],
    ['.text blockquote', `background: ${dark.tint} !important; border-color: ${dark.accent} !important`],
    ['.brand span', `color: ${dark.accent} !important`],
    ['.logo-dark ~ .logo-light', 'display: none !important'],
    ['.logo-dark', 'display: inline-block !important'],
    ['.text a, .brand a', `color: ${dark.brand} !important`],
    ['.button td, .button a', `background: ${dark.brand} !important`],
    ['.button a', `color: ${dark.onBrand} !important`],
    ['.text th, .text td', `border-color: ${dark.edge} !important`],
    ['.line p', `border-top-color: ${dark.edge} !important`],
    ['.small div, .small a', `color: ${dark.quiet} !important`],
  ];
  return rules
    .map(([selectors, style]) => {
      const scoped = selectors.split(', ').map((selector) => scope + selector);
      return `${scoped.join(', ')} { ${style}; }`;
    })
    .join('\n');
}
