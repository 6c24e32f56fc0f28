import type { Child } from 'hono/jsx';
import type { Language } from '../../domain/language.ts';
import { renderDocument } from '../layout/document.tsx';
import { CompanyName } from '../look/company-name.tsx';
import type { Look } from '../look/look.ts';
import { pageStyle } from './style.ts';

/** A page for sales as HTML. Send it with `pageHeaders`. */
export function layout(look: Look, language: Language, title: string, content: Child): string {
  return renderDocument({
    language,
    title,
    styles: [look.theme, pageStyle],
    head: (
      <>
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
      </>
    ),
    children: (
      <main>
        <header>
          <CompanyName look={look} language={language} />
        </header>
        {content}
      </main>
    ),
  });
}
