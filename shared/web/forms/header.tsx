import type { Language } from '../../domain/language.ts';
import { texts } from './texts.ts';

interface Props {
  locale: Language;
  websiteUrl: string;
  otherLanguage?: string | undefined;
}

/** The way back to the website, and to the other language. */
export function Header({ locale, websiteUrl, otherLanguage }: Props) {
  const other = locale === 'nl' ? 'en' : 'nl';
  return (
    <>
      <a href={websiteUrl}>{new URL(websiteUrl).host.replace(/^www\./, '')}</a>
      {otherLanguage && (
        <a href={otherLanguage} lang={other} hreflang={other}>
          {texts.otherLanguage[locale]}
        </a>
      )}
    </>
  );
}
