import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Language } from '../../domain/language.ts';

interface Props {
  language: Language;
  title: string;
  styles: readonly string[];
  /** Other elements of the head. */
  head?: Child;
  children?: Child;
}

/** A whole HTML document that loads nothing else. */
export function renderDocument({ language, title, styles, head, children }: Props): string {
  const document = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {head}
        <title>{title}</title>
        {styles.map((style) => (
          <style>{raw(style)}</style>
        ))}
      </head>
      <body>{children}</body>
    </html>
  );
  return `<!doctype html>${document}`;
}
