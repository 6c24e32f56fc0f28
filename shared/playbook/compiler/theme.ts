/** The colours of mails in light and dark mode; both meet the contrast of WCAG AA. */
const light = {
  page: '#f1f4ef',
  card: '#ffffff',
  ink: '#17221e',
  soft: '#4a5852',
  line: '#dcdfd7',
  brand: '#0b5f4c',
  onBrand: '#ffffff',
  tint: '#e9f1ec',
  accent: '#f2a93b',
};

const dark: Record<keyof typeof light, string> = {
  page: '#0f1513',
  card: '#1a2420',
  ink: '#e8efeb',
  soft: '#aab9b2',
  line: '#35443e',
  brand: '#74d8b8',
  onBrand: '#06251c',
  tint: '#223530',
  accent: '#f2a93b',
};

export const colours = light;

export const FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** Inline styles by tag, because several mail programs ignore style sheets. */
export const styles: Record<string, string> = {
  h1: `margin:0 0 20px;font-size:27px;line-height:1.2;font-weight:700;letter-spacing:-0.5px;color:${light.ink}`,
  h2: `margin:28px 0 10px;font-size:19px;line-height:1.3;font-weight:700;color:${light.ink}`,
  h3: `margin:24px 0 8px;font-size:17px;line-height:1.3;font-weight:700;color:${light.ink}`,
  p: 'margin:0 0 16px',
  ul: 'margin:0 0 16px;padding:0 0 0 22px',
  ol: 'margin:0 0 16px;padding:0 0 0 24px',
  li: 'margin:0 0 8px;padding:0 0 0 4px',
  a: `color:${light.brand};text-decoration:underline`,
  table: 'width:100%;margin:0 0 16px;border-collapse:collapse',
  th: `padding:6px 16px 6px 0;border-bottom:2px solid ${light.line};text-align:left;font-size:15px`,
  td: `padding:8px 16px 8px 0;border-bottom:1px solid ${light.line};text-align:left;vertical-align:top`,
  blockquote: `margin:0 0 16px;padding:14px 18px 1px;background:${light.tint};border-left:4px solid ${light.accent};color:${light.ink}`,
};

/**
 * What only a style sheet can do: dark colours by media query (Apple Mail, Outlook for Mac and phones) and by
 * attribute (`data-ogsc`, Outlook on the web), and narrow padding on phones.
 */
export const styleSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 479px) {
  .card > table > tbody > tr > td { padding: 30px 22px 22px !important; }
  .edge > table > tbody > tr > td { padding-left: 22px !important; padding-right: 22px !important; }
  .button table, .button a { width: 100% !important; box-sizing: border-box; }
}
@media (prefers-color-scheme: dark) {${darkRules('')}}
${darkRules('[data-ogsc] ')}`;

function darkRules(scope: string): string {
  const rules: [string, string][] = [
    ['.page, .page > div', `background: ${dark.page} !important`],
    ['.card, .card > table', `background: ${dark.card} !important`],
    ['.text div, .text h1, .text h2, .text h3, .text blockquote', `color: ${dark.ink} !important`],
    ['.text blockquote', `background: ${dark.tint} !important`],
    ['.text a, .brand a', `color: ${dark.brand} !important`],
    ['.button td, .button a', `background: ${dark.brand} !important`],
    ['.button a', `color: ${dark.onBrand} !important`],
    ['.text th, .text td', `border-color: ${dark.line} !important`],
    ['.line p', `border-top-color: ${dark.line} !important`],
    ['.small div, .small a', `color: ${dark.soft} !important`],
  ];
  return rules
    .map(([selectors, style]) => {
      const scoped = selectors.split(', ').map((selector) => scope + selector);
      return `${scoped.join(', ')} { ${style}; }`;
    })
    .join('\n');
}
