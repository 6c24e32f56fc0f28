import type { Child } from 'hono/jsx';
import { type Language, languages } from '../../domain/language.ts';
import { ownName } from '../language.ts';
import { CompanyFoot, CompanyLink } from '../look/company-name.tsx';
import type { Look } from '../look/look.ts';
import { renderDocument } from './document.tsx';
import { STYLE } from './style.ts';

interface Props {
  language: Language;
  look: Look;
  title: string;
  /** The address of the same page in another language; absent when switching would lose what was typed. */
  inLanguage?: ((language: Language) => string) | undefined;
  children?: Child;
}

/** A page for visitors and leads as HTML. It needs no script. Send it with `pageHeaders`. */
export function renderPage({ language, look, title, inLanguage, children }: Props): string {
  return renderDocument({
    language,
    title,
    styles: [look.theme, STYLE],
    head: <meta name="robots" content="noindex" />,
    children: (
      <>
        <header>
          <CompanyLink look={look} language={language} />
          {inLanguage && <LanguageLinks language={language} inLanguage={inLanguage} />}
        </header>
        <main>{children}</main>
        <CompanyFoot look={look} language={language} />
      </>
    ),
  });
}

/** A page with one card under its title. */
export function cardPage(
  { language, look }: { language: Language; look: () => Look },
  title: string,
  children: Child,
): string {
  const card = (
    <div class="card">
      <h1>{title}</h1>
      {children}
    </div>
  );
  return renderPage({ language, look: look(), title, children: card });
}

/** Links to the same page in every other language. */
export function LanguageLinks({ language, inLanguage }: Required<Pick<Props, 'language' | 'inLanguage'>>) {
  const others = languages.filter((other) => other !== language);
  return others.map((other) => (
    <a href={inLanguage?.(other)} lang={other} hreflang={other}>
      {ownName(other)}
    </a>
  ));
}
