const schemes = ['light', 'dark'] as const;

export type ColourScheme = (typeof schemes)[number];

export function isColourScheme(value: string): value is ColourScheme {
  return schemes.some((scheme) => scheme === value);
}

/**
 * The mail's HTML in a fixed colour scheme, whatever the browser prefers: a sandboxed frame cannot inherit the
 * scheme of its page.
 */
export function inScheme(html: string, scheme: ColourScheme): string {
  return html
    .replace(/\(prefers-color-scheme:\s*(dark|light)\)/g, (_, asked) =>
      asked === scheme ? 'all' : 'not all',
    )
    .replaceAll(/(color-scheme[":]\s*(?:content=")?)\s*light dark/g, `$1${scheme}`);
}
