import { Document } from '../parts/document.tsx';
import type { Place } from '../place.ts';

export function ReadWhitepaper({ place }: { place: Place }) {
  const { read } = place.words.whitepaper;
  return (
    <Document place={place} head={read}>
      <article class="narrow article">
        <h1>{read.title}</h1>
        <p class="intro">{read.description}</p>
        {read.body}
      </article>
    </Document>
  );
}
