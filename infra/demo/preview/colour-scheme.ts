export type ColourScheme = 'light' | 'dark';

/**
 * A mail as a mail program shows it in the light or in the dark, whatever the browser prefers: browsers tell a
 * sandboxed frame nothing of the colours around it.
 */
export function inScheme(html: string, scheme: ColourScheme): string {
  return html
    .replace(/\(prefers-color-scheme:\s*(dark|light)\)/g, (_, asked) =>
      asked === scheme ? 'all' : 'not all',
    )
    .replaceAll(/(color-scheme[":]\s*(?:content=")?)\s*light dark/g, `$1${scheme}`);
}
