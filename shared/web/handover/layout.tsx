import type { Child } from 'hono/jsx';
import type { Language } from '../../domain/language.ts';
import { pageStyle } from './style.ts';

/** A whole page for sales as HTML. Send it with `pageHeaders`. */
export function layout(language: Language, title: string, content: Child): string {
  const page = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: pageStyle }} />
      </head>
      <body>
        <main>{content}</main>
      </body>
    </html>
  );
  return `<!doctype html>${page.toString()}`;
}
