import type { Child } from 'hono/jsx';
import type { Language } from '../../domain/language.ts';
import { renderDocument } from '../layout/document.tsx';
import { pageStyle } from './style.ts';

/** A page for sales as HTML. Send it with `pageHeaders`. */
export function layout(language: Language, title: string, content: Child): string {
  return renderDocument({
    language,
    title,
    style: pageStyle,
    head: (
      <>
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
      </>
    ),
    children: <main>{content}</main>,
  });
}
