import type { Child } from 'hono/jsx';
import type { Language } from '../../domain/language.ts';
import { renderPage } from '../layout/page.tsx';
import { pageHeaders } from '../layout/page-headers.ts';

/** Who reads a page, and on whose website. */
export interface Reader {
  language: Language;
  websiteUrl: string;
  timeZone: string;
}

/** The address of such a page shows personal data: no link passes it on, and no search engine lists it. */
export const privateHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders,
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
};

/** A page with one card under its title. */
export function cardPage(reader: Reader, title: string, children: Child): string {
  return renderPage({
    ...reader,
    title,
    children: (
      <div class="card">
        <h1>{title}</h1>
        {children}
      </div>
    ),
  });
}

interface ButtonProps {
  /** Where it is sent. */
  action: string;
  /** The hidden fields. */
  fields?: Iterable<readonly [string, string]>;
  /** For what people should not press by accident. */
  isQuiet?: boolean;
  children?: Child;
}

/** A form that is only a button. */
export function ButtonForm({ action, fields = [], isQuiet, children }: ButtonProps) {
  return (
    <form method="post" action={action}>
      {[...fields].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={isQuiet ? 'quiet' : undefined}>
        {children}
      </button>
    </form>
  );
}
