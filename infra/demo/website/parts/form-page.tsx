import type { Child, PropsWithChildren } from 'hono/jsx';
import type { Head } from '../content/article.ts';
import type { Place } from '../place.ts';
import { Document } from './document.tsx';

type FormPageProps = PropsWithChildren<{
  place: Place;
  words: Head & { after: { title: string; list: string[] } };
  form: Child;
}>;

/** A page with a form, beside what happens after it was sent. */
export function FormPage({ place, words, form, children }: FormPageProps) {
  return (
    <Document place={place} head={words}>
      <div class="wide split top">
        <div>
          <h1>{words.title}</h1>
          <p class="intro">{words.description}</p>
          <h2>{words.after.title}</h2>
          <ol class="steps">
            {words.after.list.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          {children}
        </div>
        <div class="panel">{form}</div>
      </div>
    </Document>
  );
}
