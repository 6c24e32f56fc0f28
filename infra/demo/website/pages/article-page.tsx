import type { Article } from '../content/article.ts';
import { Document } from '../parts/document.tsx';
import type { Place } from '../place.ts';

/** A page that is an article, such as the one about cookies. */
export function ArticlePage({ place, article }: { place: Place; article: Article }) {
  return (
    <Document place={place} head={article}>
      <article class="narrow article">
        <h1>{article.title}</h1>
        <p class="intro">{article.description}</p>
        {article.body}
      </article>
    </Document>
  );
}
