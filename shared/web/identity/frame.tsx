import type { Child } from 'hono/jsx';
import type { Language } from '../../domain/language.ts';
import { Header } from '../forms/header.tsx';
import { renderPage } from '../layout/page.tsx';
import { pageHeaders } from '../layout/page-headers.ts';

/** Who reads a page, and where it stands. */
export interface Reader {
  locale: Language;
  websiteUrl: string;
  timeZone: string;
}

/** The address of such a page opens what is kept of a person: it leaves with no link and is found by no search. */
export const privateHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders,
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
};

/** A page with one or more cards. */
export function framed({ locale, websiteUrl }: Reader, title: string, children: Child): string {
  return renderPage({ locale, title, header: <Header locale={locale} websiteUrl={websiteUrl} />, children });
}

interface ActProps {
  /** Where it is sent. */
  action: string;
  /** What is sent along. */
  does?: Iterable<readonly [string, string]>;
  /** For what people should not press by accident. */
  isQuiet?: boolean;
  children?: Child;
}

/** A button that does one thing. */
export function Act(props: ActProps) {
  const { action, does = [], isQuiet, children } = props;
  return (
    <form method="post" action={action}>
      {[...does].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={isQuiet ? 'quiet' : undefined}>
        {children}
      </button>
    </form>
  );
}
