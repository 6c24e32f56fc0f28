import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Language } from '../../domain/language.ts';
import { STYLE } from './style.ts';

interface Props {
  locale: Language;
  title: string;
  /** Stands above the page, such as the way back and the other language. */
  header?: Child;
  children?: Child;
}

/** A whole page as HTML. It needs no script. Send it with `pageHeaders`. */
export function renderPage({ locale, title, header, children }: Props): string {
  const page = (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        {header && <header>{header}</header>}
        <main>{children}</main>
      </body>
    </html>
  );
  return `<!doctype html>${page}`;
}
